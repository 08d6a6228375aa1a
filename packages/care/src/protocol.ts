import {
  type Problem,
  type ProductKind,
  type ProtocolPack,
  pointer,
  problem,
  productKinds,
  type Setting,
  type Zone,
} from '@stria/record';
import { disinfects, leastIntervalDays, mostPassesPerDirection } from './bounds.ts';
import pack from './built-in-pack.json' with { type: 'json' };
import { settingLimitMm } from './consult.ts';
import { isNoGo, isThin } from './zones.ts';

/**
 * Protocol packs: needle, passes, interval, endpoint, hygiene and the days after, as versioned data (format in record). The
 * product can be stricter than a pack, never looser than its own rules: a looser pack is refused with every place that is.
 */
// JSON has no brands and no literals; that it is a pack is held by its test.
export const builtInPack = pack as unknown as ProtocolPack;

/** How a zone is done in a setting; undefined where the pack says nothing of it. */
export const zoneProtocol = (zone: Zone, setting: Setting, from: ProtocolPack = builtInPack) =>
  from.zones.find((z) => z.setting === setting && z.zones.includes(zone));

/** Everything in which a pack is looser than the rules, or contradicts itself; none for a pack that may be used. */
export function checkPack(candidate: ProtocolPack): Problem[] {
  return [
    ...candidate.zones.flatMap((z, i) => zoneProblems(z, `/zones/${i}`)),
    ...hygieneProblems(candidate),
    ...aftercareProblems(candidate),
    ...checkInProblems(candidate),
  ];
}

type ZoneProtocol = ProtocolPack['zones'][number];

/** Longest needle without a further question; beyond it the rules ask the prescriber, so no pack can settle it. Source: b06, b07, b08, b10, b33. */
const longestMm = (z: ZoneProtocol): number => settingLimitMm(z.setting, z.zones.some(isThin));

function zoneProblems(z: ZoneProtocol, at: string): Problem[] {
  const found: Problem[] = [];
  const looser = (field: keyof ZoneProtocol, says: string, mend: string) =>
    found.push(problem('care.pack-looser', `${at}/${field}`, says, mend));
  z.zones.forEach((zone, i) => {
    if (isNoGo(zone))
      found.push(problem('care.zone-not-allowed', `${at}/zones${pointer([i])}`, 'No needles go there.', 'Take it out.'));
  });
  if (z.needleLengthMmMax > longestMm(z)) {
    looser(
      'needleLengthMmMax',
      `${z.needleLengthMmMax} mm is longer than the ${longestMm(z)} mm that the rules allow there.`,
      'Shorten it.',
    );
  }
  if (z.intervalDaysMin < leastIntervalDays[z.setting]) {
    looser('intervalDaysMin', `${z.intervalDaysMin} days are fewer than ${leastIntervalDays[z.setting]}.`, 'Lengthen it.');
  }
  if (z.intervalDays < z.intervalDaysMin) {
    looser('intervalDays', 'The usual interval is shorter than the shortest.', 'Make it as long or longer.');
  }
  if (z.passesPerDirectionMax > mostPassesPerDirection[z.setting] || z.passesPerDirection > z.passesPerDirectionMax) {
    looser(
      'passesPerDirection',
      'More passes than the rules or the pack itself allow.',
      `${mostPassesPerDirection[z.setting]} a direction at most.`,
    );
  }
  if (z.setting === 'home' && z.endpoint !== 'even-pink') {
    looser('endpoint', 'At home the skin is never needled until it bleeds.', 'Stop at even pink.');
  }
  const glides = builtInPack.zones.find((b) => b.setting === z.setting)?.glides ?? [];
  const strange = z.glides.filter((g) => !glides.includes(g));
  if (strange.length > 0) looser('glides', `Not during a session: ${strange.join(', ')}.`, `Allowed are ${glides.join(', ')}.`);
  return found;
}

/** Contact times may be longer, never shorter; how often a needle is used may be less, never more. */
function hygieneProblems({ hygiene, mostNeedleUses }: ProtocolPack): Problem[] {
  const found: Problem[] = [];
  for (const [of, rule] of Object.entries(builtInPack.hygiene)) {
    const own = hygiene[of as keyof typeof hygiene];
    if (own.contactSeconds < rule.contactSeconds) {
      const says = `${own.contactSeconds} seconds are shorter than ${rule.contactSeconds}.`;
      found.push(problem('care.pack-looser', `/hygiene/${of}/contactSeconds`, says, 'Lengthen the contact time.'));
    }
    const percent = own.concentrationPercent;
    if (rule.concentrationPercent !== undefined && !disinfects(percent)) {
      const says = 'Alcohol disinfects needles from 60 to 90 % only.';
      found.push(problem('care.pack-looser', `/hygiene/${of}/concentrationPercent`, says, 'Name 70 %.'));
    }
  }
  if (mostNeedleUses > builtInPack.mostNeedleUses) {
    const says = `${mostNeedleUses} uses are more than ${builtInPack.mostNeedleUses}.`;
    found.push(problem('care.pack-looser', '/mostNeedleUses', says, 'Allow fewer uses.'));
  }
  return found;
}

function aftercareProblems({ aftercare, openHours }: ProtocolPack): Problem[] {
  const found: Problem[] = [];
  if (openHours < builtInPack.openHours) {
    const says = `Skin counts as open for ${builtInPack.openHours} hours at least.`;
    found.push(problem('care.pack-looser', '/openHours', says, 'Lengthen it.'));
  }
  for (const rule of builtInPack.aftercare.items.filter((i) => i.kind === 'avoid')) {
    const own = aftercare.items.find((i) => i.id === rule.id);
    if (!own || own.fromHours < rule.fromHours || own.kind !== 'avoid') {
      const says = `“${rule.says}” has to stay away for ${rule.fromHours} hours.`;
      found.push(problem('care.pack-looser', '/aftercare/items', says, `Keep the item ${rule.id}, with that time or longer.`));
    }
  }
  aftercare.items.forEach((item, i) => {
    const early = item.products.filter((p) => item.fromHours < openFrom(p));
    if (early.length === 0) return;
    const says = `Too early after ${item.fromHours} hours: ${early.join(', ')}.`;
    found.push(problem('care.pack-looser', `/aftercare/items/${i}/fromHours`, says, 'Put it later.'));
  });
  return [...found, ...phaseProblems(aftercare.phases)];
}

/** First hour at which something of a kind may go on needled skin, by the built-in pack; the longest of its items counts. */
function openFrom(kind: ProductKind): number {
  const hours = builtInPack.aftercare.items.filter((i) => i.products.includes(kind)).map((i) => i.fromHours);
  if (hours.length === 0 || !productKinds.includes(kind)) throw new Error(`no aftercare item names ${kind}`);
  return Math.max(...hours);
}

/** Phases follow each other without a gap, from 0 hours on; the last has no end. */
function phaseProblems(phases: ProtocolPack['aftercare']['phases']): Problem[] {
  return phases.flatMap((phase, i): Problem[] => {
    const from = i === 0 ? 0 : phases[i - 1]?.toHours;
    const last = i === phases.length - 1;
    if (
      phase.fromHours === from &&
      (phase.toHours === undefined) === last &&
      (last || (phase.toHours ?? 0) > phase.fromHours)
    ) {
      return [];
    }
    const says = 'Phases begin at 0 hours, follow each other without a gap, and the last one has no end.';
    return [problem('care.pack-phases', `/aftercare/phases/${i}`, says, 'Mend fromHours and toHours.')];
  });
}

/** Looks at the skin may be added, none of the rules' own left out. */
function checkInProblems({ checkInsAfterHours, diaryAfterHours }: ProtocolPack): Problem[] {
  const lacks = (own: readonly number[], rule: readonly number[]) => rule.filter((h) => !own.includes(h));
  const found: Problem[] = [];
  const checks = lacks(checkInsAfterHours, builtInPack.checkInsAfterHours);
  const diary = lacks(diaryAfterHours, builtInPack.diaryAfterHours);
  if (checks.length > 0)
    found.push(
      problem('care.pack-looser', '/checkInsAfterHours', `Check-ins are missing at hours ${checks.join(', ')}.`, 'Add them.'),
    );
  if (diary.length > 0)
    found.push(problem('care.pack-looser', '/diaryAfterHours', `Diary hours are missing: ${diary.join(', ')}.`, 'Add them.'));
  return found;
}
