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
  // The first question comes by a second step of the address: whoever goes on before it stands is called back to it.
  await heading(page, 'How old are you?').waitFor();
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
  await heading(page, title).waitFor({ state: 'detached' });
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

/** The right answers of the quiz before the first home session, by its questions. */
export const quizRight: Readonly<Record<string, string>> = {
  'Which needle does a session begin with?': 'A new, sealed, sterile one',
  'A friend asks for your roller. You have disinfected it well. What now?': 'Say no. A needle is for one person only',
  'You disinfect your own roller again. When does the alcohol have worked?':
    'When the washed needles have been wet with it for 10 minutes',
  'Where do needles never go?': 'Armpit, face, nipple and groin, and skin with a rash or a wound',
  'For how long does needled skin count as open?': 'Three days (72 hours)',
  'What may go on the skin during the session and on the first day?': 'Nothing, or cool saline or a plain sterile hydrogel',
  'Two days later the redness spreads and you have a fever. What now?': 'Get medical help now',
  'When is a place done?': 'When it is evenly pink, even if passes are left',
};

/** Answers the questions of the quiz that stand on the screen one after another; ends where the result stands. */
export async function answerQuiz(page: Page, given: Readonly<Record<string, string>> = quizRight): Promise<void> {
  for (const [question, choice] of Object.entries(given)) {
    await heading(page, question).waitFor();
    await page.getByLabel(choice, { exact: true }).check();
    await press(page, /^(Next question|See how it went)$/);
  }
}

/** The quiz, where it was not passed yet, the questions of the day, with nothing to tell, and the needle; ends at the first step. */
export async function startSession(page: Page, address: string, needle: 'new' | 'own'): Promise<void> {
  await reachDayCheck(page, address);
  await answerDay(page);
  await page.getByLabel(needle === 'new' ? 'New, sealed and sterile' : 'My own, used before').check();
  await press(page, /^Start session/);
  await heading(page, 'Wash your hands').waitFor();
}

/** To the questions of the day, through the quiz where it is asked. */
export async function reachDayCheck(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/#/session/check`);
  const quiz = heading(page, 'Eight questions first');
  const day = heading(page, 'Before you start, today');
  await quiz.or(day).waitFor();
  if (await quiz.isVisible()) {
    await press(page, 'Begin the questions');
    await answerQuiz(page);
    await follow(page, 'Go on to the questions of today');
    await day.waitFor();
  }
}

/** The questions of the day, with nothing to tell; ends where the needle is named. */
export async function answerDay(page: Page): Promise<void> {
  await page.getByLabel('Well, no fever').check();
  await page.getByLabel('None of these').check();
  await page.getByLabel('No, nothing').check();
  await press(page, 'Go on');
  await heading(page, /^Session \d+: your needle$/).waitFor();
}

/** One disinfection from start to end; time is moved on by the clock of the page. Where the needles are to be looked at first, they are straight. */
export async function disinfect(page: Page, title: string, seconds: number): Promise<void> {
  const look = heading(page, 'Look at the needles');
  await look.or(heading(page, title)).waitFor();
  if (await look.isVisible()) await press(page, 'All straight, and only mine');
  await heading(page, title).waitFor();
  await press(page, 'It is wet: start the clock');
  await page.getByRole('timer').waitFor();
  await page.clock.fastForward((seconds + 1) * 1000);
  await press(page, 'Go on');
}

/** Every pass of every direction of every patch, and the look at each place, without blood; answers how many passes there were. */
export async function allPasses(page: Page): Promise<number> {
  const end = heading(page, 'Put the needle away');
  const pass = page.getByRole('button', { name: /^Pass \d+ done$/ });
  const look = page.getByRole('button', { name: 'No blood' });
  const shown = async () => `${await page.locator('h1').textContent()} ${(await pass.allTextContents()).join()}`;
  for (let made = 0; ; ) {
    await end.or(pass).or(look).first().waitFor();
    if (await end.isVisible()) return made;
    const before = await shown();
    if (await look.isVisible()) await look.click();
    else {
      await pass.click();
      made += 1;
    }
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

/** The app has put itself onto the device; from now on the network may go. Fails where it does not within 20 seconds. */
export async function keptOnDevice(page: Page): Promise<void> {
  const ready = page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The clock of the page is the test's, so the patience is counted here.
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('the app did not put itself onto the device')), 20_000);
  });
  await Promise.race([ready, patience]).finally(() => clearTimeout(timer));
}

/** Presses and ticks, as a finger makes them. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener(
      'click',
      (event) => {
        // A label sends its own click on to its box: one finger, one tap.
        if (event.isTrusted && event.detail > 0) {
          const n = Number(sessionStorage.getItem('taps') ?? 0);
          sessionStorage.setItem('taps', String(n + 1));
        }
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('taps') ?? 0));
}
