import { compareDays, type Day, type Problem, problem, type Session, type SessionEvent, type Zone } from '@stria/record';

/**
 * The steps of a session in their order, and what keeps the next one shut. Everything is computed from the stored events and
 * a clock that is handed in: a program that was killed in the middle of a countdown has the right clock afterwards.
 */
export type Disinfected = Extract<SessionEvent, { step: 'disinfection-started' }>['of'];

export interface Hygiene {
  readonly agent: string;
  readonly concentrationPercent?: number;
  readonly contactSeconds: number;
  readonly says: string;
  readonly sources: readonly string[];
}

/** Contact times. A reused needle: 70 % alcohol, 10 minutes wet, debris washed off first. Source: b30, b31, b32, convention. */
export const hygiene: Record<Disinfected, Hygiene> = {
  surface: {
    agent: 'surface disinfectant',
    contactSeconds: 60,
    says: 'Wipe the surface and let it stay wet for a minute.',
    sources: ['convention'],
  },
  needle: {
    agent: 'isopropyl alcohol',
    concentrationPercent: 70,
    contactSeconds: 600,
    says: 'Wash off everything that sticks to the needles first, then keep them wet with 70 % alcohol for 10 minutes and let them dry in the air. This is disinfected, not sterile.',
    sources: ['b30', 'b31', 'b32', 'convention'],
  },
  skin: {
    agent: 'skin antiseptic',
    contactSeconds: 60,
    says: 'Wet the skin with the antiseptic and let it dry for a minute.',
    sources: ['convention'],
  },
  'needle-after': {
    agent: 'isopropyl alcohol',
    concentrationPercent: 70,
    contactSeconds: 600,
    says: 'Wash off everything that sticks to the needles, then keep them wet with 70 % alcohol for 10 minutes and let them dry in the air. They are disinfected, not sterile. Bent needles end it.',
    sources: ['b30', 'b31', 'b32', 'convention'],
  },
};

/** A reused needle may be used this often in all. Source: convention. */
export const MOST_NEEDLE_USES = 4;
export const directions = [1, 2, 3, 4] as const;
export const directionNames = {
  1: 'up and down',
  2: 'left and right',
  3: 'along one diagonal',
  4: 'along the other diagonal',
} as const;

export type NextStep =
  | { readonly step: 'blocked'; readonly problems: readonly Problem[] }
  | { readonly step: 'wash-hands' }
  | { readonly step: 'disinfect'; readonly of: Disinfected; readonly hygiene: Hygiene }
  | { readonly step: 'wait'; readonly of: Disinfected; readonly remainingSeconds: number }
  | { readonly step: 'finish-disinfection'; readonly of: Disinfected }
  | { readonly step: 'pass'; readonly zone: Zone; readonly direction: 1 | 2 | 3 | 4; readonly passesLeft: number }
  | { readonly step: 'put-needle-away' }
  | { readonly step: 'aftercare' }
  | { readonly step: 'close' }
  | { readonly step: 'done' };

/** How many passes a direction the plan asks for. */
export interface SessionPlan {
  readonly passesPerDirection: number;
}

/** What comes next. Steps recorded out of order count once their turn has come; none can be skipped. */
export function nextStep(session: Session, nowMs: number, plan: SessionPlan): NextStep {
  const { started } = session;
  if (!started || session.state !== 'open') return { step: 'done' };
  const problems = needleProblems(started);
  if (problems.length > 0) return { step: 'blocked', problems };
  if (!has(session, 'hands-washed')) return { step: 'wash-hands' };
  const before: Disinfected[] = started.needle === 'own-reused' ? ['surface', 'needle', 'skin'] : ['surface', 'skin'];
  const shut = before.map((of) => disinfectionStep(session, of, nowMs)).find((s) => s !== undefined);
  if (shut) return shut;
  const pass = nextPass(session, plan);
  if (pass) return pass;
  return afterPasses(session, nowMs);
}

/** Needle, then aftercare, then close. A needle that is kept is disinfected a second time before it is put away. */
function afterPasses(session: Session, nowMs: number): NextStep {
  const away = eventsOf(session, 'needle-put-away').at(-1);
  const keeps = away?.event.way === 'disinfected-not-sterile' || startOf(session, 'needle-after') !== undefined;
  if (keeps && away?.event.way !== 'sharps-bin') {
    const shut = disinfectionStep(session, 'needle-after', nowMs);
    if (shut) return shut;
  }
  if (!away) return { step: 'put-needle-away' };
  if (!has(session, 'aftercare-started') && !has(session, 'aftercare-declined')) return { step: 'aftercare' };
  return { step: 'close' };
}

/**
 * Seconds for which a surface still has to stay wet; undefined where its disinfection was not started. Counted from the newest
 * start. A clock that was set back shows the whole time again, never less; a contact time in the record that is shorter than
 * the rule does not shorten it.
 */
export function disinfectionRemainingSeconds(session: Session, of: Disinfected, nowMs: number): number | undefined {
  const start = startOf(session, of);
  if (!start) return undefined;
  const contact = Math.max(start.event.contactSeconds, hygiene[of].contactSeconds);
  const elapsed = Math.max(0, (nowMs - Date.parse(start.at)) / 1000);
  return Math.max(0, Math.ceil(contact - elapsed));
}

/** Passes still to be made in one direction of a zone; 0 where the zone was stopped. */
export function passesLeft(session: Session, zone: Zone, direction: 1 | 2 | 3 | 4, plan: SessionPlan): number {
  if (eventsOf(session, 'zone-stopped').some((e) => e.event.zone === zone)) return 0;
  const done = eventsOf(session, 'passes-done')
    .filter((e) => e.event.zone === zone && e.event.direction === direction)
    .reduce((sum, e) => sum + e.event.passes, 0);
  return Math.max(0, plan.passesPerDirection - done);
}

/** True once every step has its event: the checklist is complete. It says nothing about safety. */
export const canClose = (session: Session, nowMs: number, plan: SessionPlan): boolean =>
  nextStep(session, nowMs, plan).step === 'close';

/** What is wrong with a disinfection before it is recorded: out of date, too weak or strong, too short. */
export function checkDisinfection(event: Extract<SessionEvent, { step: 'disinfection-started' }>, today: Day): Problem[] {
  const rule = hygiene[event.of];
  const found: Problem[] = [];
  if (event.expiresOn !== undefined && compareDays(event.expiresOn, today) < 0) {
    found.push(
      problem('care.disinfectant-expired', '/expiresOn', 'This disinfectant is past its date.', 'Use one that is in date.'),
    );
  }
  const percent = event.concentrationPercent;
  if (rule.concentrationPercent !== undefined && percent !== undefined && (percent < 60 || percent > 90)) {
    const says = `Alcohol of ${percent} % is outside the 60 to 90 % that disinfect.`;
    found.push(problem('care.disinfectant-strength', '/concentrationPercent', says, 'Use 70 % alcohol.'));
  }
  if (event.contactSeconds < rule.contactSeconds) {
    const says = `It has to stay wet for ${rule.contactSeconds} seconds at least.`;
    found.push(problem('care.contact-time-short', '/contactSeconds', says, 'Wait the whole time.'));
  }
  return found;
}

/** What keeps a needle from being used at all. */
function needleProblems(started: Extract<SessionEvent, { step: 'started' }>): Problem[] {
  if (started.needle !== 'own-reused' || started.usesBefore < MOST_NEEDLE_USES) return [];
  const says = `This needle was used ${started.usesBefore} times. ${MOST_NEEDLE_USES} is the most.`;
  return [problem('care.needle-worn', '/usesBefore', says, 'Put it into a sharps bin and use a new, sealed, sterile one.')];
}

/** The step that a disinfection still needs, or undefined where it was wet long enough and finished after that. */
function disinfectionStep(session: Session, of: Disinfected, nowMs: number): NextStep | undefined {
  const start = startOf(session, of);
  if (!start) return { step: 'disinfect', of, hygiene: hygiene[of] };
  const finished = eventsOf(session, 'disinfection-finished').some(
    (e) => e.event.of === of && disinfectionRemainingSeconds(session, of, Date.parse(e.at)) === 0,
  );
  if (finished) return undefined;
  const remainingSeconds = disinfectionRemainingSeconds(session, of, nowMs) ?? 0;
  return remainingSeconds > 0 ? { step: 'wait', of, remainingSeconds } : { step: 'finish-disinfection', of };
}

function nextPass(session: Session, plan: SessionPlan): NextStep | undefined {
  for (const zone of session.started?.zones ?? []) {
    for (const direction of directions) {
      const left = passesLeft(session, zone, direction, plan);
      if (left > 0) return { step: 'pass', zone, direction, passesLeft: left };
    }
  }
  return undefined;
}

type Step = SessionEvent['step'];
type Stored<S extends Step> = { readonly at: string; readonly event: Extract<SessionEvent, { step: S }> };

const eventsOf = <S extends Step>(session: Session, step: S): Stored<S>[] =>
  session.events.filter((e): e is Stored<S> & typeof e => e.event.step === step);
const has = (session: Session, step: Step): boolean => session.events.some((e) => e.event.step === step);
const startOf = (session: Session, of: Disinfected): Stored<'disinfection-started'> | undefined =>
  eventsOf(session, 'disinfection-started').findLast((e) => e.event.of === of);
