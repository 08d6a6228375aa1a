import {
  compareDays,
  type Day,
  type Problem,
  type ProtocolPack,
  problem,
  type Session,
  type SessionEvent,
  type Setting,
  type SourceId,
  type Zone,
} from '@stria/record';
import { builtInPack } from './protocol.ts';

/**
 * The steps of a session in their order, and what keeps the next one shut. Everything is computed from the stored events and
 * a clock that is handed in: a program that was killed in the middle of a countdown has the right clock afterwards.
 */
export type Disinfected = Extract<SessionEvent, { step: 'disinfection-started' }>['of'];
export type Hygiene = ProtocolPack['hygiene'][Disinfected];

/** Contact times and agents, as the built-in pack has them. */
export const hygiene: Record<Disinfected, Hygiene> = builtInPack.hygiene;

/** A reused needle may be used this often in all. Source: convention. */
export const MOST_NEEDLE_USES = builtInPack.mostNeedleUses;
export const directions = [1, 2, 3, 4] as const;
export type Direction = (typeof directions)[number];
export const directionNames: Record<Direction, string> = {
  1: 'up and down',
  2: 'left and right',
  3: 'along one diagonal',
  4: 'along the other diagonal',
};

type Started = Extract<SessionEvent, { step: 'started' }>;

export type NextStep =
  | { readonly step: 'blocked'; readonly problems: readonly Problem[] }
  | { readonly step: 'wash-hands' }
  | { readonly step: 'check-needle' }
  /** The check found a needle that may touch nobody: it goes into the bin, and the session begins again with a new one. */
  | { readonly step: 'needle-refused'; readonly problems: readonly Problem[] }
  /** Something was said since the session began that speaks against it, and no needle has touched the skin: it ends here. */
  | { readonly step: 'held-up'; readonly problems: readonly Problem[] }
  | { readonly step: 'disinfect'; readonly of: Disinfected; readonly hygiene: Hygiene }
  | { readonly step: 'wait'; readonly of: Disinfected; readonly remainingSeconds: number }
  | { readonly step: 'finish-disinfection'; readonly of: Disinfected }
  | {
      readonly step: 'pass';
      readonly zone: Zone;
      /** From 1. */
      readonly patch: number;
      readonly direction: Direction;
      readonly passesLeft: number;
    }
  /** A zone is over and nobody has said yet whether it bleeds. */
  | { readonly step: 'look-at-zone'; readonly zone: Zone }
  | { readonly step: 'put-needle-away' }
  | { readonly step: 'aftercare' }
  | { readonly step: 'close' }
  | { readonly step: 'done' };

/** How many passes a direction the plan asks for, and what the chart says against going on (`heldUpBy`). */
export interface SessionPlan {
  readonly passesPerDirection: number;
  readonly heldUp?: readonly Problem[];
}

/**
 * What comes next. Steps recorded out of order count once their turn has come; none can be skipped. What holds the session up
 * ends the passes: before the first one the session ends, after it the skin, the needle and the aftercare are still looked to.
 */
export function nextStep(session: Session, nowMs: number, plan: SessionPlan): NextStep {
  const { started } = session;
  if (!started || session.state !== 'open') return { step: 'done' };
  const problems = needleProblems(started);
  if (problems.length > 0) return { step: 'blocked', problems };
  const { heldUp = [] } = plan;
  const touched = has(session, 'passes-done');
  if (heldUp.length > 0 && !touched) return { step: 'held-up', problems: heldUp };
  if (!has(session, 'hands-washed')) return { step: 'wash-hands' };
  if (!has(session, 'needle-checked')) return { step: 'check-needle' };
  const refused = refusedNeedle(session);
  if (refused.length > 0 && !touched) return { step: 'needle-refused', problems: refused };
  const before: Disinfected[] = started.needle === 'own-reused' ? ['surface', 'needle', 'skin'] : ['surface', 'skin'];
  const shut = before.map((of) => disinfectionStep(session, of, nowMs)).find((s) => s !== undefined);
  if (shut) return shut;
  return nextOnSkin(session, plan, refused.length > 0 || heldUp.length > 0) ?? afterPasses(session, nowMs);
}

/** Zone by zone: its passes, then a look at it. Once the passes are over (a bent needle, an answer that changed), only the looks. */
function nextOnSkin(session: Session, plan: SessionPlan, passesAreOver: boolean): NextStep | undefined {
  for (const zone of session.started?.zones ?? []) {
    const pass = passesAreOver ? undefined : nextPass(session, zone, plan);
    if (pass) return pass;
    const touched = eventsOf(session, 'passes-done').some((e) => e.event.zone === zone);
    if (touched && bleedingOf(session, zone) === undefined) return { step: 'look-at-zone', zone };
  }
  return undefined;
}

function nextPass(session: Session, zone: Zone, plan: SessionPlan): NextStep | undefined {
  for (let patch = 1; patch <= patchesOf(session, zone); patch += 1) {
    for (const direction of directions) {
      const left = passesLeft(session, { zone, patch, direction }, plan);
      if (left > 0) return { step: 'pass', zone, patch, direction, passesLeft: left };
    }
  }
  return undefined;
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

/** One field of the grid: a direction of a palm-sized patch of a zone. */
export interface Cell {
  readonly zone: Zone;
  readonly patch: number;
  readonly direction: Direction;
}

/** Palm-sized patches of a zone, as they were set when the session began; 1 where nobody set them. */
export const patchesOf = (session: Session, zone: Zone): number =>
  session.started?.patches?.find((p) => p.zone === zone)?.count ?? 1;

/** Passes made in one field; those of a record without patches lie in the first. */
export const passesMade = (session: Session, cell: Cell): number =>
  eventsOf(session, 'passes-done')
    .filter((e) => e.event.zone === cell.zone && e.event.direction === cell.direction && (e.event.patch ?? 1) === cell.patch)
    .reduce((sum, e) => sum + e.event.passes, 0);

/** Passes still to be made in one field; 0 where the zone is over. */
export const passesLeft = (session: Session, cell: Cell, plan: SessionPlan): number =>
  isZoneOver(session, cell.zone) ? 0 : Math.max(0, plan.passesPerDirection - passesMade(session, cell));

/** All passes of the session, or of one zone. */
export const passesInAll = (session: Session, zone?: Zone): number =>
  eventsOf(session, 'passes-done')
    .filter((e) => zone === undefined || e.event.zone === zone)
    .reduce((sum, e) => sum + e.event.passes, 0);

/** A zone that was stopped, or that bled at home: even pink is where to stop there, so blood is past it. Source: d11, convention. */
export function isZoneOver(session: Session, zone: Zone): boolean {
  if (eventsOf(session, 'zone-stopped').some((e) => e.event.zone === zone)) return true;
  return settingOf(session) === 'home' && (bleedingOf(session, zone) ?? 'none') !== 'none';
}

export type Bleeding = Extract<SessionEvent, { step: 'bleeding' }>['amount'];

/** What was said last of a zone's bleeding; undefined where nobody has said. */
export const bleedingOf = (session: Session, zone: Zone): Bleeding | undefined =>
  eventsOf(session, 'bleeding').findLast((e) => e.event.zone === zone)?.event.amount;

export const settingOf = (session: Session): Setting => session.started?.setting ?? 'home';

/** What to do about blood at home, from the least to the most. */
export const bleedingAdvice: Record<Bleeding, { readonly says: string; readonly sources: readonly SourceId[] }> = {
  none: { says: 'Nothing to do here.', sources: ['convention'] },
  pinpoint: {
    says: 'Leave this place for today. Press a clean paper towel on it, without rubbing, until the dots have dried. In a clinic dots of blood are an endpoint; at home even pink is where to stop.',
    sources: ['b09', 'convention'],
  },
  more: {
    says: 'Leave this place for today. Press a clean paper towel on it, without looking, for ten minutes. Does it still bleed then, or does it bleed through the towel, get medical help now.',
    sources: ['convention'],
  },
};

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
function needleProblems(started: Started): Problem[] {
  if (started.needle !== 'own-reused' || started.usesBefore < MOST_NEEDLE_USES) return [];
  const says = `This needle was used ${started.usesBefore} times. ${MOST_NEEDLE_USES} is the most.`;
  return [problem('care.needle-worn', '/usesBefore', says, 'Put it into a sharps bin and use a new, sealed, sterile one.')];
}

/** What a look at the needle found against it, at the start or in the middle. Source: e11, b02, b13. */
function refusedNeedle(session: Session): Problem[] {
  const looks = eventsOf(session, 'needle-checked').map((e) => e.event);
  const mend = 'Put it into a sharps bin and use a new, sealed, sterile one.';
  return [
    ...(looks.some((e) => e.bentNeedles)
      ? [problem('care.needle-bent', '/bentNeedles', 'A needle is bent or blunt: it would tear the skin.', mend)]
      : []),
    ...(looks.some((e) => e.usedByAnotherPerson)
      ? [
          problem(
            'care.needle-used-by-another-person',
            '/usedByAnotherPerson',
            'Another person has used this needle. Blood of one person must never reach another.',
            mend,
          ),
        ]
      : []),
  ];
}

/** True where the needle of this session may not be kept: bent, or used by another person. */
export const mustBinNeedle = (session: Session): boolean => refusedNeedle(session).length > 0;

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

type Step = SessionEvent['step'];
type Stored<S extends Step> = { readonly at: string; readonly event: Extract<SessionEvent, { step: S }> };

const eventsOf = <S extends Step>(session: Session, step: S): Stored<S>[] =>
  session.events.filter((e): e is Stored<S> & typeof e => e.event.step === step);
const has = (session: Session, step: Step): boolean => session.events.some((e) => e.event.step === step);
const startOf = (session: Session, of: Disinfected): Stored<'disinfection-started'> | undefined =>
  eventsOf(session, 'disinfection-started').findLast((e) => e.event.of === of);
