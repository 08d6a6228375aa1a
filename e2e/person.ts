import type { Page } from 'playwright-core';

/** How a person walks through the app: by what stands on the screen, as a reader or a screen reader finds it. */
export type Given = Readonly<Record<string, readonly string[]>>;

/**
 * A healthy adult who thinks of a roller of 0.25 mm at home; question -> the rows to tick, or the number to type. Questions
 * that the earlier answers make pointless are not asked, and their rows are not used.
 */
export const healthyAdult: Given = {
  'How old are you?': ['27'],
  'Are you pregnant or nursing?': ['No, or it cannot apply'],
  'Where are the marks that you think of needling?': ['Left hip', 'Right hip', 'Left outer thigh', 'Right outer thigh'],
  'What colour are the marks?': ['White, or paler than the skin around'],
  'How wide is the widest mark?': ['4'],
  'What was happening when they came?': ['Puberty'],
  'How many months ago did the first of them appear?': ['60'],
  'Are they growing fast now?': ['No'],
  'Where would the needling be done?': ['At home, by myself'],
  'Which needle would be used?': ['Roller', '0.25 mm', 'No, it is new or only mine'],
  'Have you noticed any of these?': ['None of these'],
  'Do you have, or have you had, any of these?': ['None of these'],
  'Do you take or use any of these, or have you stopped one?': ['None of these'],
  'Are you allergic to any of these?': ['None of these'],
  'How does your skin react to the first strong sun of the year?': ['II: burns easily, tans little'],
  'What is on this skin today?': ['None of these'],
  'Has anything been done to this skin before?': ['Nothing of these'],
};

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true });
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).click();

/** Opens a part of the app by its address; waits until its own heading stands. */
export async function visit(page: Page, address: string, place: string, title: string | RegExp): Promise<void> {
  await page.goto(`${address}/#${place}`);
  await heading(page, title).waitFor();
}

/** From an empty device to the first question: begins a chart, understands that marks stay, picks what to follow. */
export async function begin(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/`);
  await press(page, 'Begin');
  await heading(page, 'What to expect').waitFor();
  await page.getByLabel(/I understand that stretch marks stay/).check();
  await follow(page, 'Go on');
  await heading(page, 'What would you like to follow?').waitFor();
  await page.getByLabel('Just keep track').check();
  await press(page, 'Go on to the questions');
}

/** Gives the answer to the question that stands on the screen, and goes on. */
export async function answer(page: Page, title: string, rows: readonly string[]): Promise<void> {
  await heading(page, title).waitFor();
  const number = page.getByRole('spinbutton');
  const list = page.locator('.places-list');
  const [first = ''] = rows;
  if ((await list.count()) === 1 && (await list.getAttribute('open')) === null) await list.locator('summary').click();
  if (/^\d+$/.test(first) && (await number.count()) === 1) await number.fill(first);
  else for (const row of rows) await page.getByLabel(row, { exact: true }).check();
  await press(page, 'Go on');
}

/** Every question that is asked, each once, until the answers lie there to be looked at; answers their titles in order. */
export async function answerUpTo(page: Page, given: Given, end: string): Promise<string[]> {
  const titles: string[] = [];
  const title = page.locator('h1');
  for (;;) {
    await heading(
      page,
      new RegExp([end, ...Object.keys(given)].map((t) => `^${t.replace(/[.?*+^$()|]/g, '\\$&')}$`).join('|')),
    ).waitFor();
    const now = (await title.textContent()) ?? '';
    if (now === end) return titles;
    const rows = given[now];
    if (rows === undefined) throw new Error(`nobody told the answer to “${now}”`);
    await answer(page, now, rows);
    titles.push(now);
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, now);
  }
}

/** All questions in turn, then the answers handed in. */
export async function answerAll(page: Page, given: Given = healthyAdult): Promise<void> {
  await answerUpTo(page, given, 'Look at your answers');
  await press(page, 'These are my answers');
  await heading(page, 'Look at your answers').waitFor({ state: 'detached' });
}

/** Notes a doctor's word that cleared the person. */
export async function noteConsult(
  page: Page,
  address: string,
  verdict = 'Nothing in your answers speaks against it',
): Promise<void> {
  await visit(page, address, '/start/consult', 'What did the doctor say?');
  await page.getByLabel('Whom did you ask?').fill('A dermatologist (invented)');
  await page.getByLabel('They agreed', { exact: true }).check();
  await press(page, 'Save what they said');
  await heading(page, verdict).waitFor();
}

/** A plan with the numbers that the form proposes. */
export async function plan(page: Page, address: string): Promise<void> {
  await visit(page, address, '/start/plan', 'A plan with dates');
  await press(page, 'Save this plan');
  await heading(page, 'Your plan').waitFor();
}

/** The questions of the day, with nothing to tell, and the needle; ends at the first step of the session. */
export async function startSession(page: Page, address: string, needle: 'new' | 'own'): Promise<void> {
  await visit(page, address, '/session/check', 'Before you start, today');
  await page.getByLabel('Well, no fever').check();
  await page.getByLabel('None of these').check();
  await page.getByLabel('No, nothing').check();
  await press(page, 'Go on');
  await page.getByLabel(needle === 'new' ? 'New, sealed and sterile' : 'My own, used before').check();
  await press(page, /^Start session/);
  await heading(page, 'Wash your hands').waitFor();
}

/** One disinfection from start to end; time is moved on by the clock of the page. */
export async function disinfect(page: Page, title: string, seconds: number): Promise<void> {
  await heading(page, title).waitFor();
  await press(page, 'It is wet: start the clock');
  await page.getByRole('timer').waitFor();
  await page.clock.fastForward((seconds + 1) * 1000);
  await press(page, 'Go on');
}

/** Every pass of every direction of every place; answers how many there were. */
export async function allPasses(page: Page): Promise<number> {
  const end = heading(page, 'Put the needle away');
  const pass = page.getByRole('button', { name: /^Pass \d+ done$/ });
  const shown = async () => `${await page.locator('h1').textContent()} ${(await pass.allTextContents()).join()}`;
  for (let made = 0; ; made += 1) {
    await end.or(pass).first().waitFor();
    if (await end.isVisible()) return made;
    const before = await shown();
    await pass.click();
    while ((await shown()) === before) await new Promise((resume) => setTimeout(resume, 5));
  }
}

/** From the last pass to the closed session. */
export async function finishSession(page: Page): Promise<void> {
  await press(page, 'It is in the sharps bin');
  await press(page, 'Start aftercare');
  await press(page, 'Close the session');
  await heading(page, 'Checklist complete').waitFor();
}
