import { sayDay } from '@stria/care';
import { addDays, type Comparison, compareDays, type Day, dayOf, type EntryOf, type RecordState } from '@stria/record';
import { type Said, sayComparison } from './verdict.ts';

/**
 * Where a person stands, in one sentence. The verdict of the photos and how much the marks bother the person stand side by
 * side and are never merged. Before 12 weeks, or with a single later photo day, there is no verdict.
 */
export interface Progress {
  readonly kind: 'no-photo' | 'baseline-only' | 'too-early' | 'one-day-only' | 'verdict';
  readonly sentence: string;
  /** Only with `verdict`. */
  readonly verdict?: Comparison['verdict'];
  /** The newest comparison in words, whenever there is one. */
  readonly comparison?: Said;
  /** The first day on which a verdict may be given; absent before the first photo. */
  readonly verdictFrom?: Day;
  readonly bother?: Bother;
}
export interface Bother {
  readonly first: number;
  readonly latest: number;
  readonly says: string;
}

/** Weeks before which a difference is not called a result. Source: a40, f02. */
const VERDICT_AFTER_DAYS = 84;
/** Later photo days that a verdict needs. */
const LATER_DAYS = 2;

export function progress(state: RecordState): Progress {
  const bother = sayBother(state);
  const more = bother ? { bother } : {};
  const first = state.photos[0];
  if (!first)
    return { kind: 'no-photo', sentence: 'No photo yet. The first one is what all later ones are compared with.', ...more };
  const verdictFrom = addDays(firstSessionDay(state) ?? first.body.takenOn, VERDICT_AFTER_DAYS);
  const newest = newestPair(state);
  if (!newest) {
    return { kind: 'baseline-only', sentence: 'There is nothing to compare yet: add a later photo.', verdictFrom, ...more };
  }
  const { comparison, on } = newest;
  const said = { verdictFrom, comparison: sayComparison(comparison), ...more };
  if (compareDays(on, verdictFrom) < 0) {
    const sentence = `Too early to tell: skin changes slowly, and a verdict is given from ${sayDay(verdictFrom)} on.`;
    return { kind: 'too-early', sentence, ...said };
  }
  if (newest.laterDays < LATER_DAYS) {
    const sentence =
      'One later day says little about a course: take a photo on another day too, so that chance is not taken for change.';
    return { kind: 'one-day-only', sentence, ...said };
  }
  return {
    kind: 'verdict',
    verdict: comparison.verdict,
    sentence: `Since the first photo: ${lower(said.comparison.headline)}`,
    ...said,
  };
}

type Pair = Extract<EntryOf<'measurement'>['body'], { of: 'pair' }>;

/** The comparison with the newest follow-up, and on how many later days its baseline has been compared. */
function newestPair(state: RecordState): { comparison: Comparison; on: Day; laterDays: number } | undefined {
  const photoDay = new Map(state.photos.map((p) => [p.id, p.body.takenOn]));
  const pairs = state.measurements.flatMap(({ body }) => {
    const on = body.of === 'pair' ? photoDay.get(body.followup) : undefined;
    return body.of === 'pair' && on ? [{ pair: body as Pair, on }] : [];
  });
  const newest = pairs.reduce<(typeof pairs)[number] | undefined>((best, p) => (best && best.on > p.on ? best : p), undefined);
  if (!newest) return undefined;
  const from = photoDay.get(newest.pair.baseline);
  const days = new Set(pairs.filter((p) => p.pair.baseline === newest.pair.baseline && p.on !== from).map((p) => p.on));
  return { comparison: newest.pair.comparison, on: newest.on, laterDays: days.size };
}

/** The calendar day, in UTC, on which skin was first needled. */
function firstSessionDay(state: RecordState): Day | undefined {
  const at = state.sessions.flatMap((s) => (s.needledAt ? [s.needledAt] : [])).sort()[0];
  return at ? dayOf(Date.parse(at), 0) : undefined;
}

function sayBother(state: RecordState): Bother | undefined {
  const scores = [...state.bothers].sort((a, b) => compareDays(a.body.on, b.body.on));
  const first = scores[0]?.body.score;
  const latest = scores.at(-1)?.body.score;
  if (first === undefined || latest === undefined) return undefined;
  const says =
    scores.length === 1
      ? `How much the marks bother you: ${latest} of 10.`
      : `How much the marks bother you: ${first} of 10 at first, ${latest} of 10 now. This is what you feel; the photos are measured apart from it.`;
  return { first, latest, says };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
