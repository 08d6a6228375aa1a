import type { Page } from 'playwright-core';
import { allPasses, disinfect, finishSession, press, startSession } from './person.ts';

/** One whole session with a new needle, from the questions of the day to the closed checklist. */
export async function needle(page: Page, address: string): Promise<void> {
  await startSession(page, address, 'new');
  await press(page, 'My hands are washed');
  await disinfect(page, 'Clean the surface', 60);
  await disinfect(page, 'Disinfect the skin', 60);
  await allPasses(page);
  await finishSession(page);
}
