import { type Decision, type Level, type Reason, sayDay, type Verdict } from '@stria/care';
import { type Answers, type Day, zoneNames } from '@stria/record';
import { sayAnswers } from './answers.ts';
import { type Block, heading, list, notAdvice, type Page, paragraph } from './page.ts';

/** What a verdict's decision means, in one sentence; where the needling would be done changes who decides. */
export const decisionWords: Record<Decision, { readonly home: string; readonly professional: string }> = {
  go: {
    home: 'Nothing in your answers stands against a session. Every session asks again.',
    professional: 'Nothing in the answers stands against a session. Every session asks again.',
  },
  wait: { home: 'Not yet: wait for now.', professional: 'Not yet: wait for now.' },
  'ask-first': { home: 'Ask a doctor first: a doctor decides.', professional: 'The prescriber decides and writes down why.' },
  'do-not': {
    home: 'Do not needle. Photos, notes and everything else here stay open to you.',
    professional: 'Do not needle. Photos and notes stay open.',
  },
};
export const levelWords: Record<Level, string> = {
  'do-not': 'Do not needle',
  'ask-first': 'Ask first',
  wait: 'Wait',
  notice: 'Please note',
};

/** The sheet that a person takes to the doctor: what was answered, what the rules said, and what to ask. */
export function consultSheet(
  answers: Answers,
  verdict: Verdict,
  sheet: { readonly writtenOn: Day; readonly alias?: string },
): Page {
  const { needle } = answers;
  const zones = [...verdict.limits.zones, ...verdict.limits.zonesRefused.map((r) => r.zone)];
  const blocks: Block[] = [
    heading(1, 'For the doctor: may this skin be needled?'),
    paragraph(
      `${sheet.alias ? `${sheet.alias}. ` : ''}Answers of ${sayDay(answers.asOf)}. The person thinks of microneedling for stretch marks and asks for your judgement first.`,
    ),
    heading(2, 'What is planned'),
    ...list([
      `Where: ${zones.length > 0 ? zones.map((z) => zoneNames[z]).join(', ') : 'not chosen yet'}.`,
      needle ? `Device: ${needle.device}, needles of ${needle.lengthMm} mm.` : 'Device: not chosen yet.',
      ...verdict.limits.zonesRefused.map((r) => `Refused by the rules: ${zoneNames[r.zone]}.`),
    ]),
    heading(2, 'What the rules said'),
    paragraph(decisionWords[verdict.decision][answers.setting], 'strong'),
    ...reasonTable(verdict.reasons),
    heading(2, 'What was answered'),
    {
      type: 'table',
      caption: 'Questions and answers',
      head: ['Question', 'Answer'],
      rows: sayAnswers(answers)
        .filter((a) => a.id !== 'consult' || answers.consult !== undefined)
        .map((a) => [a.question, a.answer]),
    },
    heading(2, 'Questions for the doctor'),
    ...list(questionsToAsk(answers, verdict)),
    heading(2, 'What the doctor says'),
    { type: 'lines', label: 'Cleared, cleared with limits, or advised against', count: 1 },
    { type: 'lines', label: 'Longest needle, in mm', count: 1 },
    { type: 'lines', label: 'Name, date, remarks', count: 3 },
    paragraph(notAdvice, 'small'),
  ];
  return { title: 'Sheet for the doctor', language: 'en', writtenOn: sheet.writtenOn, blocks };
}

/** Reasons with their level and what to do, or a sentence where there are none. */
export function reasonTable(reasons: readonly Reason[]): Block[] {
  if (reasons.length === 0) return [paragraph('No rule had anything to say.')];
  return [
    {
      type: 'table',
      caption: 'Reasons, most severe first',
      head: ['Level', 'Reason', 'Rests on'],
      rows: reasons.map((r) => [levelWords[r.level], r.says, r.sources.join(', ')]),
    },
  ];
}

function questionsToAsk(answers: Answers, verdict: Verdict): string[] {
  const codes = new Set(verdict.reasons.map((r) => r.code));
  const hormone = verdict.reasons.some((r) => r.says.includes('hormone check'));
  const medicines = (answers.medicines ?? []).some((m) => m.status === 'current');
  return [
    'Are these stretch marks, and is there anything on this skin that should be looked at first?',
    'May this skin be needled, where, and how long may the needles be?',
    ...(hormone ? ['Do the signs above ask for a hormone check?'] : []),
    ...(medicines ? ['Does one of my medicines stand against it? I will not stop any on my own.'] : []),
    ...(codes.has('cold-sores') ? ['Do I need a medicine against the herpes virus beforehand?'] : []),
    ...(answers.setting === 'home'
      ? ['Needles of 0.5 mm or less were not tested on stretch marks. Is it worth it, or is a clinic the way?']
      : []),
    'What should make me stop and come back?',
  ];
}
