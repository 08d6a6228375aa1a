import { type Answers, type CheckInReport, type RecordState, type Session, sides, zoneNames } from '@stria/record';
import { symptomWords } from '../symptom-words.ts';

/**
 * What a doctor or the person on the phone has to hear, in short lines, from the chart of this device. Where the chart does
 * not say it, there is a gap to fill in. Nothing of it is kept or sent.
 */
export function helpNote(state: RecordState, nowMs: number, report?: CheckInReport): string {
  const session = lastNeedled(state.sessions);
  return [
    ...(session === undefined ? unknownSession : sessionLines(state, session, nowMs)),
    ...signLines(report),
    ...answerLines(state.answers?.body),
  ].join('\n');
}

const unknownSession = [
  'My skin was needled (microneedling) on: ____',
  'Where: ____',
  'With (roller, stamp or pen; length): ____',
  'Put on the skin since then: ____',
];

const HOUR_MS = 3_600_000;
const when = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function lastNeedled(sessions: readonly Session[]): (Session & { readonly needledAt: string }) | undefined {
  return sessions
    .filter((s): s is Session & { readonly needledAt: string } => s.needledAt !== undefined)
    .sort((a, b) => (a.needledAt < b.needledAt ? -1 : 1))
    .at(-1);
}

function sessionLines(state: RecordState, session: Session & { readonly needledAt: string }, nowMs: number): string[] {
  const hours = Math.max(0, Math.round((nowMs - Date.parse(session.needledAt)) / HOUR_MS));
  const ago = hours < 1 ? 'less than an hour' : hours <= 72 ? `about ${hours} hours` : `about ${Math.round(hours / 24)} days`;
  return [
    `My skin was needled (microneedling) on ${when.format(new Date(session.needledAt))}, ${ago} ago.`,
    `Where: ${whereWords(session)}`,
    `With: ${needleWords(session)}`,
    ...disinfected(session),
    `Put on the skin since then: ${putOn(state, session) || 'nothing noted'}`,
  ];
}

function whereWords({ started, events }: Session): string {
  const needled = events.flatMap((e) => (e.event.step === 'passes-done' ? [e.event.zone] : []));
  const names = [...new Set(needled)].map((z) => zoneNames[z]).join(', ');
  return started?.side === undefined || started.side === sides[3] ? names : `${names} (${started.side})`;
}

function needleWords({ started }: Session): string {
  if (started === undefined) return '____';
  const before = started.needle === 'own-reused' ? `used ${times(started.usesBefore)} before, only by me` : 'new and sterile';
  return `${started.device}, needles of ${started.needleLengthMm} mm, ${before}${started.lot === undefined ? '' : `, lot ${started.lot}`}`;
}

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);

function disinfected({ events }: Session): string[] {
  const agents = events.flatMap(({ event: e }) => (e.step === 'disinfection-started' ? [`${e.of}: ${e.agent}`] : []));
  return agents.length === 0 ? [] : [`Disinfected with: ${[...new Set(agents)].join(', ')}`];
}

/** Everything that was put on during the session and after it, with the name of the shelf where there is one. */
function putOn(state: RecordState, session: Session & { readonly needledAt: string }): string {
  const name = (id: string | undefined) => state.products.find((p) => p.id === id)?.body.name;
  const during = session.events.flatMap(({ event: e }) =>
    e.step === 'product-applied' ? [`${name(e.product) ?? 'a product'} (in the session)`] : [],
  );
  const after = state.applications
    .filter((a) => a.at >= session.needledAt)
    .map((a) => name(a.body.product) ?? a.body.what.replaceAll('-', ' '));
  return [...new Set([...during, ...after])].join(', ');
}

function signLines(report: CheckInReport | undefined): string[] {
  if (report === undefined) return [];
  const signs = report.symptoms.filter((s) => s.severity !== 0).map((s) => symptomWords[s.code].toLowerCase());
  const all = report.temperatureC === undefined ? signs : [...signs, `temperature ${report.temperatureC} °C`];
  return all.length === 0 ? [] : [`What I notice: ${all.join('; ')}`];
}

/** What anybody who treats the person has to know of their answers; absent where it was not answered. */
function answerLines(answers: Answers | undefined): string[] {
  if (answers === undefined) return [];
  const list = (name: string, items: readonly string[] | undefined) =>
    items === undefined ? [] : [`${name}: ${items.map((i) => i.replaceAll('-', ' ')).join(', ') || 'none noted'}`];
  return [
    ...(answers.ageYears === undefined ? [] : [`Age: ${answers.ageYears}`]),
    ...(answers.pregnancy === 'pregnant' || answers.pregnancy === 'nursing' ? [`I am ${answers.pregnancy}.`] : []),
    ...list('Allergies', answers.allergies),
    ...list(
      'Medicines',
      answers.medicines?.map((m) => `${m.kind} (${m.status})`),
    ),
    ...list('Conditions', answers.conditions),
  ];
}
