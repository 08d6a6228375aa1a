import {
  type Answers,
  type Body,
  compareDays,
  type Day,
  daysBetween,
  type Entry,
  type EntryOf,
  fold,
  type Problem,
  parseBody,
  pointer,
  problem,
  type RecordState,
  type Setting,
  zoneNames,
} from '@stria/record';
import { ageAsTold } from './age.ts';
import { HOME_NEEDLE_LENGTH_MM, leastIntervalDays, MOST_SESSIONS, mostPassesPerDirection } from './bounds.ts';
import { isNoGo, mayPhotograph, refuseZones } from './zones.ts';

/**
 * What a chart does not take in, whoever sends it: needles where needles never go, needling planned or begun for somebody
 * under 18, a needle over 0.5 mm at home, sessions too close together, passes of a session that never began, a product without a lot on open skin in a clinic, photos that are never kept of
 * minors. An honest program never writes them; a store that is open to other programs has to say no by itself. What was done
 * long ago and comes from an archive is history and is not asked.
 */
export interface Admission {
  /** The chart's entries of `admissionKinds`; the fresh ones are added by `admit`. */
  readonly known: readonly Entry[];
}

/** Problems of entries that are about to be appended; `at` of each begins with `/entries/<index>`. */
export function admit(fresh: readonly Entry[], { known }: Admission): Problem[] {
  const entries = [...known, ...fresh];
  // Answers and products as they read today, corrections followed: an age that was put right counts as it is now.
  const { answersHistory, products } = fold(entries);
  const chart: Chart = { entries, answersHistory, products };
  return fresh.flatMap((entry, i) => refusals(entry, chart).map((p) => ({ ...p, at: `/entries/${i}/body${p.at}` })));
}

/** Kinds of entries that `admit` has to know of a chart. */
export const admissionKinds = ['answers', 'product', 'plan', 'session', 'photo', 'correction'] as const;

interface Chart extends Pick<RecordState, 'answersHistory' | 'products'> {
  readonly entries: readonly Entry[];
}

function refusals(entry: Entry, chart: Chart): Problem[] {
  switch (entry.kind) {
    case 'plan':
      return planRefusals(entry, chart);
    case 'session':
      return sessionRefusals(entry, chart);
    case 'photo':
      return photoRefusals(entry.body, chart);
    case 'correction':
      return correctionRefusals(entry, chart);
    default:
      return [];
  }
}

/** A correction is judged as the entry that it makes of the earlier one; one that cannot be followed is left to the fold. */
function correctionRefusals(entry: EntryOf<'correction'>, chart: Chart): Problem[] {
  const target = chart.entries.find((e) => e.id === entry.body.corrects);
  if (!target || target.kind === 'correction' || entry.body.body === undefined) return [];
  const body = parseBody(target.kind, entry.body.body);
  if (!body.ok) return [];
  return refusals({ ...target, body: body.value } as Entry, chart).map((p) => ({ ...p, at: `/body${p.at}` }));
}

function planRefusals(entry: EntryOf<'plan'>, chart: Chart): Problem[] {
  const { sessions, passesPerDirection, answers: id } = entry.body;
  const answers = answersOf(chart, id, entry);
  const setting = answers?.setting ?? 'home';
  const found = sessions.flatMap((s, i) => [
    ...refuseZones(s.zones, `/sessions${pointer([i])}/zones`),
    ...needleTooLong(s.needleLengthMm, setting, `/sessions${pointer([i])}/needleLengthMm`),
  ]);
  const least = leastIntervalDays[setting];
  const days = sessions.map((s) => s.on).sort(compareDays);
  if (days.some((d, i) => i > 0 && daysBetween(days[i - 1] as Day, d) < least)) {
    const says = `Two sessions lie fewer than ${least} days apart. Too soon again does harm.`;
    found.push(problem('care.interval-too-short', '/sessions', says, `Leave ${least} days or more.`));
  }
  if (sessions.length > MOST_SESSIONS) {
    const says = `${sessions.length} sessions are more than the ${MOST_SESSIONS} that a course may have.`;
    found.push(problem('care.sessions-too-many', '/sessions', says, 'Plan 3 to 6, then compare the photos.'));
  }
  const most = mostPassesPerDirection[setting];
  if (passesPerDirection > most) {
    const says = `${passesPerDirection} passes a direction are more than ${most}.`;
    found.push(problem('care.passes-too-many', '/passesPerDirection', says, 'Fewer, lighter passes.'));
  }
  return [...found, ...forPerson(answers, chart)];
}

function sessionRefusals(entry: EntryOf<'session'>, chart: Chart): Problem[] {
  const { event, session } = entry.body;
  switch (event.step) {
    case 'started': {
      const answers = answersOf(chart, event.answers, entry);
      // Either of them saying home is enough: a session cannot leave the rules of the home by its own word.
      const home = answers?.setting === 'home' || event.setting === 'home';
      return [
        ...refuseZones(event.zones, '/event/zones'),
        ...forPerson(answers, chart),
        ...needleTooLong(event.needleLengthMm, home ? 'home' : 'professional', '/event/needleLengthMm'),
      ];
    }
    case 'passes-done':
      return [
        ...(isNoGo(event.zone) ? refuseZones([event.zone], '/event/zone').map((p) => ({ ...p, at: '/event/zone' })) : []),
        ...neverStarted(session, chart),
      ];
    case 'product-applied':
      return [...neverStarted(session, chart), ...productRefusals(entry, chart)];
    default:
      return [];
  }
}

/** What touches the skin belongs to a session that began, and so was asked about: a start that was refused takes it along. */
function neverStarted(session: string, { entries }: Chart): Problem[] {
  if (entries.some((e) => e.kind === 'session' && e.id === session && e.body.event.step === 'started')) return [];
  const says = 'The chart holds no start of this session.';
  return [problem('care.session-not-started', '/session', says, 'Send the start of the session first.')];
}

/** Needling belongs to adults whose answers the chart holds. Source: b24, b18. */
function forPerson(answers: Answers | undefined, { answersHistory }: Chart): Problem[] {
  if (answers?.ageYears === undefined) {
    const says = 'The chart holds no answers that say how old the person is.';
    return [
      problem('care.age-unknown', '/answers', says, 'Answer the questions first; they go before the plan or the session.'),
    ];
  }
  // The newest age counts too: older answers that said more are no way round it.
  const newest = answersHistory.findLast((a) => a.body.ageYears !== undefined)?.body.ageYears ?? answers.ageYears;
  if (Math.min(answers.ageYears, newest) >= 18) return [];
  const says = 'Needling is not planned or done for anyone under 18.';
  return [problem('care.age-under-18', '/answers', says, 'Photos and notes are open; a doctor can say more.')];
}

/** Source: b06, b07. */
function needleTooLong(needleLengthMm: number, setting: Setting, at: string): Problem[] {
  if (setting !== 'home' || needleLengthMm <= HOME_NEEDLE_LENGTH_MM) return [];
  const says = `${needleLengthMm} mm is too long for the home: ${HOME_NEEDLE_LENGTH_MM} mm is the most.`;
  return [problem('care.needle-too-long-at-home', at, says, 'Use 0.2 to 0.3 mm, or go to a clinic.')];
}

/** What touches open skin in a clinic can be traced: it is in the register, with its lot. Source: c02, e06. */
function productRefusals(entry: EntryOf<'session'>, chart: Chart): Problem[] {
  const { event, session } = entry.body;
  if (event.step !== 'product-applied') return [];
  const product = chart.products.find((e) => e.id === event.product);
  if (product === undefined) {
    const says = 'No product of this id stands in the register.';
    return [problem('care.product-unknown', '/event/product', says, 'Put the product into the register first.')];
  }
  const started = chart.entries.find((e) => e.kind === 'session' && e.id === session);
  const answers =
    started?.kind === 'session' && started.body.event.step === 'started'
      ? answersOf(chart, started.body.event.answers, started)
      : undefined;
  if (answers?.setting === 'home' || product.body.lot !== undefined) return [];
  const says = `“${product.body.name.slice(0, 60)}” has no lot number, so nobody could trace it.`;
  return [problem('care.product-lot-missing', '/event/product', says, 'Add its lot to the register.')];
}

/**
 * Photos that are never kept of minors. Whoever has answered nothing yet was asked for the age by the device, which keeps
 * that number to itself: here only an age that the chart holds can refuse.
 */
function photoRefusals({ zone, takenOn }: Body<'photo'>, { answersHistory }: Chart): Problem[] {
  const ageYears = ageAsTold(
    answersHistory.map((a) => a.body),
    takenOn,
  );
  if (ageYears === undefined || mayPhotograph(zone, ageYears)) return [];
  const says = `No photo of the ${zoneNames[zone]} is kept of anyone under 18.`;
  return [problem('care.photo-not-allowed', '/zone', says, 'Choose another part of the body.')];
}

/** The answers that an entry names, or the newest before it where they are not here. */
const answersOf = ({ answersHistory }: Chart, id: string, entry: Entry): Answers | undefined =>
  (answersHistory.find((a) => a.id === id) ?? answersHistory.findLast((a) => a.at <= entry.at))?.body;
