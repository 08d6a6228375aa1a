import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious findings of axe on the page as it stands, and whether it scrolls sideways. */
export async function look(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const place = `${await page.title()} (${new URL(page.url()).hash})`;
  const found = await page.evaluate(async () => {
    type Run = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
    const { violations } = await (window as unknown as { axe: { run(): Promise<Run> } }).axe.run();
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...found, ...(wide > 0 ? [`scrolls ${wide} px sideways`] : [])].map((f) => `${place} ${f}`);
}
