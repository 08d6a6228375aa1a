import type { Answers } from './answers.ts';
import type { Body, Entry, EntryId, EntryKind, EntryOf, PersonId, SessionEvent } from './entry.ts';
import { parseBody } from './parse.ts';
import type { Problem } from './result.ts';
import { problem } from './result.ts';

/**
 * Today is a fold: what a chart says now is read from all its entries, in the order of their time (then id). The fold is
 * total: entries may arrive in any order, twice, or without the one they point at.
 */
export interface Session {
  /** The id of its `started` entry. */
  readonly id: EntryId;
  readonly startedAt: string;
  readonly started: Extract<SessionEvent, { step: 'started' }> | undefined;
  readonly events: readonly { readonly at: string; readonly event: SessionEvent }[];
  /** `open` until it is closed or broken off. */
  readonly state: 'open' | 'closed' | 'broken-off';
  /** The author's clock at the start, minutes east of UTC: tells the calendar day of the session. */
  readonly offsetMinutes: number;
  /** When the last needle touched the skin: aftercare hours count from here. Absent before the first pass. */
  readonly needledAt: string | undefined;
}

/** A needle device of the register with what the sessions say of it. */
export interface RegisteredDevice {
  readonly entry: EntryOf<'device'>;
  /** Uses before the register and sessions in which it touched skin. */
  readonly uses: number;
  /** A session found a bent needle. */
  readonly bent: boolean;
  readonly retired: EntryOf<'device-retired'> | undefined;
}

export interface RecordState {
  readonly id: PersonId | undefined;
  readonly alias: string | undefined;
  /** True for the invented cast. */
  readonly invented: boolean;
  /** The newest answers, and all of them, oldest first. */
  readonly answers: EntryOf<'answers'> | undefined;
  readonly answersHistory: readonly EntryOf<'answers'>[];
  readonly consents: readonly EntryOf<'consent'>[];
  readonly consult: EntryOf<'consult'> | undefined;
  readonly plan: EntryOf<'plan'> | undefined;
  readonly sessions: readonly Session[];
  readonly checkIns: readonly EntryOf<'check-in'>[];
  readonly photos: readonly EntryOf<'photo'>[];
  readonly measurements: readonly EntryOf<'measurement'>[];
  readonly bothers: readonly EntryOf<'bother'>[];
  /** What the person hopes for; the newest choice holds. */
  readonly goal: EntryOf<'goal'> | undefined;
  readonly methods: readonly EntryOf<'method'>[];
  readonly quizzes: readonly EntryOf<'quiz'>[];
  readonly devices: readonly RegisteredDevice[];
  readonly antiseptics: readonly EntryOf<'antiseptic'>[];
  readonly products: readonly EntryOf<'product'>[];
  readonly applications: readonly EntryOf<'application'>[];
  readonly irritations: readonly EntryOf<'irritation'>[];
  readonly controlRegion: EntryOf<'control-region'> | undefined;
  readonly onset: EntryOf<'onset'> | undefined;
  readonly weekNotes: readonly EntryOf<'week-note'>[];
  /** Corrections that could not be followed (no such entry, body of another kind): shown, never dropped. */
  readonly problems: readonly Problem[];
}

/** Entries of ONE chart, in any order, duplicates allowed -> what is true now. */
export function fold(entries: readonly Entry[]): RecordState {
  const unique = [...new Map(entries.map((e) => [e.id, e])).values()].sort(byTime);
  const { current, problems } = correct(unique);
  const of = <K extends EntryKind>(kind: K) => current.filter((e): e is EntryOf<K> & Entry => e.kind === kind) as EntryOf<K>[];
  const opening = of('person').at(-1);
  const answersHistory = of('answers');
  const allSessions = sessions(of('session'));
  return {
    id: unique[0]?.record,
    alias: opening?.body.alias,
    invented: opening?.body.invented ?? false,
    answers: answersHistory.at(-1),
    answersHistory,
    consents: of('consent'),
    consult: of('consult').at(-1),
    plan: of('plan').at(-1),
    sessions: allSessions,
    checkIns: of('check-in'),
    photos: of('photo'),
    measurements: of('measurement'),
    bothers: of('bother'),
    goal: of('goal').at(-1),
    methods: of('method'),
    quizzes: of('quiz'),
    devices: register(of('device'), of('device-retired'), allSessions),
    antiseptics: of('antiseptic'),
    products: of('product'),
    applications: of('application'),
    irritations: of('irritation'),
    controlRegion: of('control-region').at(-1),
    onset: of('onset').at(-1),
    weekNotes: of('week-note'),
    problems,
  };
}

/** Answers of today as the rules want them: the newest answers with the newest consult in them. */
export function answersWithConsult(state: RecordState): Answers | undefined {
  const { answers, consult } = state;
  if (!answers) return undefined;
  const { consult: _inAnswers, ...rest } = answers.body;
  if (!consult) return rest;
  const { on, outcome, needleLengthMmMax } = consult.body;
  return { ...rest, consult: needleLengthMmMax === undefined ? { on, outcome } : { on, outcome, needleLengthMmMax } };
}

const byTime = (a: Entry, b: Entry): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Corrections in their order: the newest one of an entry holds; one without a body takes the entry back. */
function correct(entries: readonly Entry[]): { current: Entry[]; problems: Problem[] } {
  const current = new Map<EntryId, Entry>(entries.map((e) => [e.id, e]));
  const problems: Problem[] = [];
  for (const e of entries) {
    if (e.kind !== 'correction') continue;
    const target = entries.find((t) => t.id === e.body.corrects);
    if (!target) {
      problems.push(
        problem('record.correction-without-entry', `/${e.id}`, 'A correction points at an entry that is not here.'),
      );
    } else if (e.body.body === undefined) {
      current.delete(target.id);
    } else {
      const body = parseBody(target.kind, e.body.body, `/${e.id}/body/body`);
      if (body.ok) current.set(target.id, { ...target, body: body.value as Body<typeof target.kind> } as Entry);
      else problems.push(...body.problems);
    }
  }
  return { current: [...current.values()], problems };
}

function register(
  devices: readonly EntryOf<'device'>[],
  retirements: readonly EntryOf<'device-retired'>[],
  all: readonly Session[],
): RegisteredDevice[] {
  return devices.map((entry) => {
    const own = all.filter((s) => s.started?.registered === entry.id);
    return {
      entry,
      uses: entry.body.usesBefore + own.filter((s) => s.needledAt !== undefined).length,
      bent: own.some((s) => s.events.some(({ event: e }) => e.step === 'needle-checked' && e.bentNeedles)),
      retired: retirements.find((r) => r.body.device === entry.id),
    };
  });
}

function sessions(entries: readonly EntryOf<'session'>[]): Session[] {
  const groups = new Map<EntryId, EntryOf<'session'>[]>();
  for (const e of entries) groups.set(e.body.session, [...(groups.get(e.body.session) ?? []), e]);
  return [...groups].map(([id, group]) => {
    const events = group.map((e) => ({ at: e.at, event: e.body.event }));
    const steps = events.map((e) => e.event.step);
    const started = events.map((e) => e.event).find((e) => e.step === 'started');
    return {
      id,
      startedAt: group[0]?.at ?? '',
      started,
      events,
      offsetMinutes: group[0]?.offsetMinutes ?? 0,
      state: steps.includes('closed') ? 'closed' : steps.includes('broken-off') ? 'broken-off' : 'open',
      needledAt: events.filter((e) => e.event.step === 'passes-done').at(-1)?.at,
    };
  });
}
