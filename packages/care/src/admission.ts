import {
  type Answers,
  type Body,
  compareDays,
  daysBetween,
  type Entry,
  type EntryOf,
  type Problem,
  parseBody,
  pointer,
  problem,
  zoneNames,
} from '@stria/record';
import { isNoGo, mayPhotograph, refuseZones } from './zones.ts';

/**
 * What a chart does not take in, whoever sends it: needles where needles never go, needling planned or begun for somebody
 * under 18, a needle over 0.5 mm at home, a product without a lot on open skin in a clinic, photos that are never kept of
 * minors. An honest program never writes them; a store that is open to other programs has to say no by itself. What was done
 * long ago and comes from an archive is history and is not asked.
 */
export interface Admission {
  /** The chart's entries of `admissionKinds`; the fresh ones are added by `admit`. */
  readonly known: readonly Entry[];
}

/** Problems of entries that are about to be appended; `at` of each begins with `/entries/<index>`. */
export function admit(fresh: readonly Entry[], { known }: Admission): Problem[] {
  const chart = [...known, ...fresh];
  return fresh.flatMap((entry, i) => refusals(entry, chart).map((p) => ({ ...p, at: `/entries/${i}/body${p.at}` })));
}

/** Kinds of entries that `admit` has to know of a chart. */
export const admissionKinds = ['answers', 'product', 'plan', 'session', 'photo'] as const;

function refusals(entry: Entry, chart: readonly Entry[]): Problem[] {
  switch (entry.kind) {
    case 'plan':
      return [
        ...entry.body.sessions.flatMap((s, i) => refuseZones(s.zones, `/sessions${pointer([i])}/zones`)),
        ...forPerson(answersOf(chart, entry.body.answers, entry), newestAnswers(chart, entry)),
      ];
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
function correctionRefusals(entry: EntryOf<'correction'>, chart: readonly Entry[]): Problem[] {
  const target = chart.find((e) => e.id === entry.body.corrects);
  if (!target || target.kind === 'correction' || entry.body.body === undefined) return [];
  const body = parseBody(target.kind, entry.body.body);
  if (!body.ok) return [];
  return refusals({ ...target, body: body.value } as Entry, chart).map((p) => ({ ...p, at: `/body${p.at}` }));
}

function sessionRefusals(entry: EntryOf<'session'>, chart: readonly Entry[]): Problem[] {
  const { event } = entry.body;
  switch (event.step) {
    case 'started': {
      const answers = answersOf(chart, event.answers, entry);
      return [
        ...refuseZones(event.zones, '/event/zones'),
        ...forPerson(answers, newestAnswers(chart, entry)),
        ...needleTooLong(event, answers),
      ];
    }
    case 'passes-done':
      return isNoGo(event.zone) ? refuseZones([event.zone], '/event/zone').map((p) => ({ ...p, at: '/event/zone' })) : [];
    case 'product-applied':
      return productRefusals(entry, chart);
    default:
      return [];
  }
}

/**
 * Needling belongs to adults whose answers the chart holds. The newest answers count beside those that the entry names: an age
 * that was put right must not be passed by with the older one. Source: b24, b18.
 */
function forPerson(named: Answers | undefined, newest: Answers | undefined): Problem[] {
  if (named?.ageYears === undefined) {
    const says = 'The chart holds no answers that say how old the person is.';
    return [
      problem('care.age-unknown', '/answers', says, 'Answer the questions first; they go before the plan or the session.'),
    ];
  }
  if (Math.min(named.ageYears, newest?.ageYears ?? named.ageYears) >= 18) return [];
  const says = 'Needling is not planned or done for anyone under 18.';
  return [problem('care.age-under-18', '/answers', says, 'Photos and notes are open; a doctor can say more.')];
}

/** Source: b06, b07. */
function needleTooLong(event: { readonly needleLengthMm: number }, answers: Answers | undefined): Problem[] {
  if (answers?.setting !== 'home' || event.needleLengthMm <= 0.5) return [];
  const says = `${event.needleLengthMm} mm is too long for the home: 0.5 mm is the most.`;
  return [problem('care.needle-too-long-at-home', '/event/needleLengthMm', says, 'Use 0.2 to 0.3 mm, or go to a clinic.')];
}

/** What touches open skin in a clinic can be traced: it is in the register, with its lot. Source: c02, e06. */
function productRefusals(entry: EntryOf<'session'>, chart: readonly Entry[]): Problem[] {
  const { event, session } = entry.body;
  if (event.step !== 'product-applied') return [];
  const product = chart.find((e) => e.kind === 'product' && e.id === event.product);
  if (product?.kind !== 'product') {
    const says = 'No product of this id stands in the register.';
    return [problem('care.product-unknown', '/event/product', says, 'Put the product into the register first.')];
  }
  const started = chart.find((e) => e.kind === 'session' && e.id === session);
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
function photoRefusals({ zone, takenOn }: Body<'photo'>, chart: readonly Entry[]): Problem[] {
  const told = chart.flatMap((e) => (e.kind === 'answers' && e.body.ageYears !== undefined ? [e.body] : []));
  const newest = told.reduce<Answers | undefined>(
    (best, a) => (best && compareDays(best.asOf, a.asOf) > 0 ? best : a),
    undefined,
  );
  if (newest?.ageYears === undefined) return [];
  const months = Math.max(0, Math.floor(daysBetween(newest.asOf, takenOn) / 31));
  if (mayPhotograph(zone, newest.ageYears + Math.floor(months / 12))) return [];
  const says = `No photo of the ${zoneNames[zone]} is kept of anyone under 18.`;
  return [problem('care.photo-not-allowed', '/zone', says, 'Choose another part of the body.')];
}

/** The answers that an entry names, or the newest before it where they are not here. */
function answersOf(chart: readonly Entry[], id: string, entry: Entry): Answers | undefined {
  const named = chart.find((e) => e.kind === 'answers' && e.id === id);
  return named?.kind === 'answers' ? named.body : newestAnswers(chart, entry);
}

function newestAnswers(chart: readonly Entry[], entry: Entry): Answers | undefined {
  const before = chart.filter((e): e is EntryOf<'answers'> => e.kind === 'answers' && e.at <= entry.at);
  return before.reduce<EntryOf<'answers'> | undefined>((best, e) => (best && best.at > e.at ? best : e), undefined)?.body;
}
