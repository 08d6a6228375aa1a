import {
  causeWords,
  concernOf,
  type Decision,
  deviceWords,
  hormoneQuestions,
  type Level,
  type Reason,
  sayDay,
  type Verdict,
} from '@stria/care';
import { type Answers, type Body, type Day, placeName, zoneNames } from '@stria/record';
import { NOT_ANSWERED, sayAnswers, sayPlaces } from './answers.ts';
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

/** What goes onto the sheet beside answers and verdict, where it was noted. */
export interface SheetNotes {
  readonly writtenOn: Day;
  readonly alias?: string;
  readonly onset?: Body<'onset'>;
  readonly controlRegion?: Body<'control-region'>;
}

/** The sheet that a person takes to the doctor, on one or two pages: what is planned, what the rules said, what to ask. */
export function consultSheet(answers: Answers, verdict: Verdict, notes: SheetNotes): Page {
  const said = sayAnswers(answers).filter((a) => a.id !== 'consult' || answers.consult !== undefined);
  const open = said.filter((a) => a.answer === NOT_ANSWERED);
  const blocks: Block[] = [
    heading(1, 'For the doctor: may this skin be needled?'),
    paragraph(
      `${notes.alias ? `${notes.alias}. ` : ''}Answers of ${sayDay(answers.asOf)}. The person thinks of microneedling for stretch marks and asks for your judgement first.`,
    ),
    heading(2, 'What is planned'),
    ...list(planned(answers, verdict)),
    heading(2, 'Questions for the doctor'),
    ...list(questionsToAsk(answers, verdict)),
    heading(2, 'What the rules said'),
    paragraph(decisionWords[verdict.decision][answers.setting], 'strong'),
    ...reasonTable(verdict.reasons.filter((r) => concernOf(r.code) !== 'left-open')),
    heading(2, 'What was answered'),
    {
      type: 'table',
      caption: 'Questions and answers',
      head: ['Question', 'Answer'],
      rows: said.filter((a) => !open.includes(a)).map((a) => [a.question, a.answer]),
    },
    ...list(sayNotes(notes)),
    ...(open.length === 0 ? [] : [paragraph(`Left open: ${open.map((a) => a.question).join(' ')}`, 'small')]),
    heading(2, 'What the doctor says'),
    { type: 'lines', label: 'Cleared, cleared with limits, or advised against', count: 1 },
    { type: 'lines', label: 'Longest needle, in mm', count: 1 },
    { type: 'lines', label: 'Name, date, remarks', count: 2 },
    paragraph(notAdvice, 'small'),
  ];
  return { title: 'Sheet for the doctor', language: 'en', writtenOn: notes.writtenOn, blocks };
}

function planned(answers: Answers, verdict: Verdict): string[] {
  const { needle } = answers;
  return [
    `Where: ${sayPlaces(answers) ?? 'not chosen yet'}.`,
    needle
      ? `Device: ${deviceWords[needle.device].toLowerCase()}, needles of ${needle.lengthMm} mm.`
      : 'Device: not chosen yet.',
    answers.setting === 'home' ? 'By the person, at home.' : 'In a clinic.',
    ...verdict.limits.zonesRefused.map((r) => `Refused by the rules: ${zoneNames[r.zone]}.`),
  ];
}

/** When the marks came, as far as it was noted, and which mark is left alone. */
function sayNotes({ onset, controlRegion }: SheetNotes): string[] {
  const span = (e: NonNullable<SheetNotes['onset']>['events'][number]) =>
    [e.from && `from ${e.from}`, e.to && `until ${e.to}`].filter((t) => t !== undefined).join(' ');
  return [
    ...(onset?.marksFirstSeen === undefined ? [] : [`Marks first seen: ${onset.marksFirstSeen}.`]),
    ...(onset?.events ?? []).filter((e) => span(e) !== '').map((e) => `${causeWords[e.cause]}: ${span(e)}.`),
    ...(controlRegion === undefined
      ? []
      : [`Left alone, to compare with: ${placeName(controlRegion.zone, controlRegion.side)}. ${controlRegion.says}`]),
  ];
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

/** Questions that follow from the reasons; a question that another one covers is left out. Source: c33, b13. */
function questionsToAsk(answers: Answers, verdict: Verdict): string[] {
  const codes = new Set(verdict.reasons.map((r) => r.code));
  const about = (...names: string[]) => names.some((n) => codes.has(n));
  const hormone = verdict.reasons.some((r) => concernOf(r.code) === 'hormone-check');
  const infection = verdict.reasons.some((r) => concernOf(r.code) === 'infection');
  const medicines = (answers.medicines ?? []).some((m) => m.status === 'current');
  return [
    'Are these stretch marks, and is there anything on this skin that should be looked at first?',
    'May this skin be needled, where, and how long may the needles be?',
    ...(hormone ? hormoneQuestions : []),
    ...(infection ? ['What is this on the skin, and when is it over?'] : []),
    ...(about('pregnant', 'nursing', 'pregnancy-unsure') ? ['What is fine on this skin now, and when may I ask again?'] : []),
    ...(about('corticosteroid-cream-on-zone-now', 'cause-corticosteroid-cream')
      ? ['Has the steroid cream thinned this skin? How should I go on with it?']
      : []),
    ...(about('keloid-history', 'raised-scar-history', 'raised-scar', 'zone-chest', 'zone-shoulder', 'zone-upper-back')
      ? ['How likely is a raised scar on me, in this place?']
      : []),
    ...(about('skin-type-v', 'skin-type-vi', 'skin-type-unsure', 'post-inflammatory-pigment-history')
      ? ['How likely are dark marks on my skin, and is a test patch worth it?']
      : []),
    ...(about('psoriasis', 'vitiligo', 'lichen-planus', 'eczema')
      ? ['Could needling bring new patches of my skin disease?']
      : []),
    ...(about('onset-months-ago-under-12') ? ['Where do these young marks come from?'] : []),
    ...(medicines ? ['Does one of my medicines stand against it? I will not stop any on my own.'] : []),
    ...(about('cold-sores') ? ['Do I need a medicine against the herpes virus beforehand?'] : []),
    ...(answers.setting === 'home'
      ? ['Needles of 0.5 mm or less were not tested on stretch marks. Is it worth it, or is a clinic the way?']
      : []),
    'What should make me stop and come back?',
  ];
}
