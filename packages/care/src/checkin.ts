import { type CheckInReport, type SourceId, type SymptomCode, symptomCodes } from '@stria/record';

/** What to do about how the skin is doing, mildest first: the order is the order of urgency. */
export const advices = ['expected', 'caution', 'dermatologist', 'doctor-24h', 'doctor-same-day', 'emergency'] as const;
export type Advice = (typeof advices)[number];

export interface CheckInReason {
  /** The symptom's own code, or `fever`. */
  readonly code: SymptomCode | 'fever';
  readonly says: string;
  readonly sources: readonly SourceId[];
}

export interface CheckInAdvice {
  readonly advice: Advice;
  /** Every sign that applies, most urgent first; none only with `expected`. */
  readonly reasons: readonly CheckInReason[];
  /** No further session for now. */
  readonly pausePlan: boolean;
  /** A home course ends; a clinician may open it again. */
  readonly endPlan: boolean;
}

/** What an advice means, in words for a screen. */
export const adviceWords: Record<Advice, { readonly title: string; readonly says: string }> = {
  expected: {
    title: 'As expected',
    says: 'What you describe is usual after a session: redness and soreness that fade over one to three days, light flaking up to day 7.',
  },
  caution: {
    title: 'Keep an eye on it',
    says: 'This is more than usual. No further session for now, keep the skin out of the sun, and check in again tomorrow. If it grows, see a doctor.',
  },
  dermatologist: {
    title: 'Show it to a dermatologist',
    says: 'Make an appointment with a dermatologist. Put nothing active on the skin, and take your list of products with you.',
  },
  'doctor-24h': {
    title: 'See a doctor within 24 hours',
    says: 'See a doctor within 24 hours. Do not touch the skin, and do not needle.',
  },
  'doctor-same-day': {
    title: 'See a doctor today',
    says: 'See a doctor today. These can be signs of an infection, and redness may be hard to see on brown or black skin: heat and pain count as much.',
  },
  emergency: {
    title: 'Get medical help now',
    says: 'Call your emergency number now, or go to an emergency department. Say that your skin was needled, and when.',
  },
};

type Symptom = CheckInReport['symptoms'][number];
type Sign = CheckInReason & { readonly advice: Advice; readonly ends: boolean };
/** What a sign means at this hour; undefined where it is usual. */
type Reading = (s: Symptom, report: CheckInReport, growing: ReadonlySet<SymptomCode>) => Omit<Sign, 'code'> | undefined;

/**
 * How the skin is doing -> what to do. Signs count at any time unless a time is named; severity 0 is absent; a severity or a
 * trend that was not said takes the careful branch. Adding a sign never makes the advice milder.
 */
export function advise(report: CheckInReport): CheckInAdvice {
  const present = report.symptoms.filter((s) => s.severity !== 0);
  const growing = growingSigns(present, report.hoursSinceSession);
  const signs = [...fever(report), ...present.flatMap((s) => read(s, report, growing))];
  const urgency = (s: Sign) => advices.indexOf(s.advice);
  const order = (s: Sign) => (s.code === 'fever' ? -1 : symptomCodes.indexOf(s.code));
  const sorted = [...signs].sort((a, b) => urgency(b) - urgency(a) || order(a) - order(b));
  const unique = sorted.filter((s, i) => sorted.findIndex((t) => t.code === s.code) === i);
  const advice = unique[0]?.advice ?? 'expected';
  return {
    advice,
    reasons: unique.map(({ code, says, sources }) => ({ code, says, sources })),
    pausePlan: advice !== 'expected',
    endPlan: signs.some((s) => s.ends),
  };
}

/** What the check-ins of a course, oldest first, have done to it. An end stays; a pause lasts until a check-in is as expected. */
export function courseStanding(checkIns: readonly CheckInReport[]): 'open' | 'paused' | 'ended' {
  const advised = checkIns.map(advise);
  if (advised.some((a) => a.endPlan)) return 'ended';
  return advised.at(-1)?.pausePlan ? 'paused' : 'open';
}

function read(s: Symptom, report: CheckInReport, growing: ReadonlySet<SymptomCode>): Sign[] {
  const sign = readings[s.code](s, report, growing);
  return sign ? [{ code: s.code, ...sign }] : [];
}

const EMERGENCY: readonly SourceId[] = ['e18'];
const INFECTION: readonly SourceId[] = ['e19', 'e20', 'e21'];
const ANAESTHETIC: readonly SourceId[] = ['c19', 'c20'];
const GRANULOMA: readonly SourceId[] = ['e06', 'e07', 'e08', 'e09', 'e10'];
const PIGMENT: readonly SourceId[] = ['a15', 'e13', 'e22'];
const FADING: readonly SourceId[] = ['d21', 'd22'];

/** Source: e18. */
function fever(report: CheckInReport): Sign[] {
  if (report.temperatureC === undefined || report.temperatureC < 38) return [];
  const says = 'A temperature of 38 °C or more after needling can mean that an infection is spreading.';
  return [{ code: 'fever', advice: 'emergency', says, sources: EMERGENCY, ends: true }];
}

const strong = (s: Symptom): boolean => s.severity === undefined || s.severity >= 3;

/**
 * Redness, heat, swelling and pain from 24 hours on: each alone is usual, two that grow together are not. A trend that was
 * not said counts as growing where the sign is strong or its strength was not said either.
 */
function growingSigns(present: readonly Symptom[], hours: number): ReadonlySet<SymptomCode> {
  const four: readonly SymptomCode[] = ['redness', 'heat', 'swelling', 'pain'];
  if (hours < 24) return new Set();
  const grows = (s: Symptom) => s.trend === 'worse' || (s.trend === undefined && strong(s));
  const found = new Set(present.filter((s) => four.includes(s.code) && grows(s)).map((s) => s.code));
  return found.size >= 2 ? found : new Set();
}

const infected = (says: string): Omit<Sign, 'code'> => ({ advice: 'doctor-same-day', says, sources: INFECTION, ends: true });
const urgent = (says: string, sources: readonly SourceId[], ends = false): Omit<Sign, 'code'> => ({
  advice: 'emergency',
  says,
  sources,
  ends,
});
const always =
  (sign: Omit<Sign, 'code'>): Reading =>
  () =>
    sign;
const usual: Reading = () => undefined;

const together = (what: string): Omit<Sign, 'code'> =>
  infected(`${what} that grows together with another sign, a day or more after the session, can be an infection.`);

const redness: Reading = (s, { hoursSinceSession: hours }, growing) => {
  if (hours >= 72 && s.trend === 'worse') return infected('Redness that still grows after 72 hours can be an infection.');
  if (growing.has('redness')) return together('Redness');
  if (hours < 72 || s.trend === 'better') return undefined;
  return { advice: 'caution', says: 'Redness usually fades within 72 hours.', sources: FADING, ends: false };
};

const spreading: Reading = (s) =>
  s.trend === 'worse' && strong(s)
    ? urgent('Redness that spreads fast needs help now.', EMERGENCY, true)
    : infected('Redness that spreads beyond the needled skin can be an infection.');

const pain: Reading = (s, { hoursSinceSession: hours }, growing) => {
  if (growing.has('pain')) return together('Pain');
  const grows = s.trend === 'worse' || (s.trend === undefined && s.severity !== undefined);
  if (hours < 24 || !grows || !strong(s)) return undefined;
  const says = 'Strong pain that grows a day or more after the session is not usual.';
  return { advice: 'doctor-24h', says, sources: ['convention'], ends: false };
};

const bleeding: Reading = (s, { hoursSinceSession: hours }) => {
  if (hours < 12 || !strong(s)) return undefined;
  const says = 'Strong bleeding twelve hours or more after the session is not usual.';
  return { advice: 'doctor-24h', says, sources: ['convention'], ends: false };
};

const patches =
  (what: string): Reading =>
  (_s, { hoursSinceSession: hours }) =>
    hours >= 8 * 7 * 24
      ? {
          advice: 'dermatologist',
          says: `${what} patches that are still there after 8 weeks should be seen.`,
          sources: PIGMENT,
          ends: false,
        }
      : {
          advice: 'caution',
          says: `${what} patches can come after needling. Keep out of the sun; no further session until they are gone.`,
          sources: PIGMENT,
          ends: false,
        };

const afterDay7 =
  (what: string): Reading =>
  (_s, { hoursSinceSession: hours }) =>
    hours > 168 ? { advice: 'caution', says: `${what} usually ends by day 7.`, sources: ['d22'], ends: false } : undefined;

const bumps = (what: string): Reading =>
  always({
    advice: 'dermatologist',
    says: `${what} in the needled skin can be a reaction to something that was put on. Stop every product and bring the list.`,
    sources: GRANULOMA,
    ends: true,
  });

const readings: Record<SymptomCode, Reading> = {
  redness,
  'redness-spreading': spreading,
  swelling: (_s, _r, growing) => (growing.has('swelling') ? together('Swelling') : undefined),
  'swelling-face-or-lips': always(urgent('Swelling of face or lips can be a strong allergic reaction.', ANAESTHETIC)),
  heat: (_s, _r, growing) => (growing.has('heat') ? together('Heat') : undefined),
  pain,
  pus: always(infected('Pus is a sign of infection.')),
  'red-streaks': always(infected('Red lines that lead away from the skin can mean that an infection is spreading.')),
  blisters: always({
    advice: 'doctor-24h',
    says: 'Blisters can be herpes that the needles have spread. Do not touch them; no more rolling.',
    sources: ['e24', 'e25'],
    ends: false,
  }),
  'itchy-bumps': bumps('Itchy bumps'),
  'firm-bumps': bumps('Firm bumps'),
  'dark-patches': patches('Dark'),
  'light-patches': patches('Light'),
  'scar-rows': always({
    advice: 'dermatologist',
    says: 'Rows of small scars have been seen after rolling. Stop needling for good and show them.',
    sources: ['e03', 'e14', 'e16'],
    ends: true,
  }),
  'raised-scar': always({
    advice: 'dermatologist',
    says: 'A new raised scar should be seen early. Stop needling and show it.',
    sources: ['e03', 'c21'],
    ends: true,
  }),
  flaking: afterDay7('Flaking'),
  itching: afterDay7('Itching'),
  tightness: usual,
  bleeding,
  bruising: usual,
  wheeze: always(urgent('Wheezing can be a strong allergic reaction.', ANAESTHETIC)),
  faint: always(urgent('Fainting after a session needs help now.', ANAESTHETIC)),
  vomiting: always(urgent('Vomiting can mean that an infection is spreading.', EMERGENCY)),
  confusion: always(urgent('Confusion can mean that an infection is spreading.', EMERGENCY)),
  'fast-pulse': always(urgent('A fast pulse can mean that an infection is spreading.', EMERGENCY)),
  seizure: always(urgent('A seizure needs help now; say so if a numbing cream was used.', ANAESTHETIC)),
  'irregular-heartbeat': always(
    urgent('An irregular heartbeat needs help now; say so if a numbing cream was used.', ANAESTHETIC),
  ),
  shivering: always(infected('Shivering after a session can be a sign of infection.')),
  'new-patches-in-lines': always({
    advice: 'dermatologist',
    says: 'New patches along the needled lines can be a skin disease that injury brings out.',
    sources: ['c12', 'c13'],
    ends: true,
  }),
  'swollen-glands': always(infected('Swollen glands after a session can be a sign of infection.')),
};
