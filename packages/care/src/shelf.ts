import {
  type Antiseptic,
  compareDays,
  type Day,
  type Device,
  type Problem,
  problem,
  type RegisteredDevice,
  type Setting,
} from '@stria/record';
import { DIRECTION_COUNT, disinfects } from './bounds.ts';
import { intensityOf, mostHomePassesPerDirection } from './intensity.ts';
import { type Disinfected, hygiene, MOST_NEEDLE_USES } from './session.ts';

/** What is on the shelf, and whether it may touch skin today. The record counts; these rules judge. */

/** A device as it is being written down: nothing is sure to be there yet. */
export type DeviceDraft = { readonly [K in keyof Device]?: Device[K] | undefined };

/** What the chart knows of a needle beside what it is. */
export interface NeedleHistory {
  readonly uses: number;
  readonly bent: boolean;
  readonly retired: boolean;
}

const unused: NeedleHistory = { uses: 0, bent: false, retired: false };
const NEW_ONE = 'Put it into a sharps bin and use a new, sealed, sterile one.';

export const historyOf = (device: RegisteredDevice): NeedleHistory => ({
  uses: device.uses,
  bent: device.bent,
  retired: device.retired !== undefined,
});

/** Everything that a needle still lacks in the register, by the name of its field. */
export function missingInDevice(device: DeviceDraft): Problem[] {
  const lacks = (field: keyof Device, says: string, mend: string) =>
    device[field] === undefined ? [problem('care.device-field-missing', `/${field}`, says, mend)] : [];
  return [
    ...lacks('device', 'What it is, is missing.', 'Choose roller, stamp or pen.'),
    ...lacks('needleLengthMm', 'The needle length is missing.', 'It stands on the pack, in mm: 0.25, for example.'),
    ...lacks('material', 'What the needles are made of is missing.', 'Choose “not known” where the pack does not say.'),
    ...lacks('usedByAnotherPerson', 'Whether another person has used it is missing.', 'Say yes or no.'),
    ...lacks('usesBefore', 'How often it was used is missing.', 'Write 0 for a new one.'),
  ];
}

/**
 * What keeps a needle from touching skin today: what its entry lacks, another person's use, too many uses, its date, a bent
 * needle, that it was thrown away. Empty where nothing does. Source: e11, b02, b18, b29, convention (number of uses).
 */
export function checkDevice(device: DeviceDraft, today: Day, history: NeedleHistory = unused): Problem[] {
  const expires = [device.expiresOn, device.cartridge?.expiresOn].filter((d) => d !== undefined);
  return [
    ...missingInDevice(device),
    ...(device.usedByAnotherPerson === true
      ? [
          problem(
            'care.needle-used-by-another-person',
            '/usedByAnotherPerson',
            'Another person has used this needle. Blood of one person must never reach another.',
            NEW_ONE,
          ),
        ]
      : []),
    ...(history.uses >= MOST_NEEDLE_USES
      ? [
          problem(
            'care.needle-worn',
            '/usesBefore',
            `This needle was used ${history.uses} times. ${MOST_NEEDLE_USES} is the most.`,
            NEW_ONE,
          ),
        ]
      : []),
    ...(device.device === 'pen' && history.uses > 0
      ? [
          problem(
            'care.cartridge-used',
            '/cartridge',
            'The cartridge of a pen is made for one session.',
            'Take a new, sealed cartridge and note it as one.',
          ),
        ]
      : []),
    ...(expires.some((d) => compareDays(d, today) < 0)
      ? [problem('care.device-expired', '/expiresOn', 'The pack is past its date.', NEW_ONE)]
      : []),
    ...(history.bent ? [problem('care.needle-bent', '', 'A needle is bent or blunt: it would tear the skin.', NEW_ONE)] : []),
    ...(history.retired ? [problem('care.device-retired', '', 'This needle was put away for good.', 'Take another one.')] : []),
  ];
}

/** What a session at hand asks of its needle. */
export interface SessionNeeds {
  readonly setting: Setting;
  /** What the answers name, on which the screening was done. */
  readonly device: Device['device'];
  readonly needleLengthMm: number;
  readonly passesPerDirection: number;
}

/** What speaks against this needle in this session, beside what `checkDevice` finds: another kind, longer, too strong for home. */
export function checkDeviceFor(
  device: Pick<Device, 'device' | 'needleLengthMm' | 'needleCount'>,
  needs: SessionNeeds,
): Problem[] {
  const found: Problem[] = [];
  if (device.device !== needs.device) {
    const says = `Your answers speak of a ${needs.device}, this is a ${device.device}.`;
    found.push(problem('care.device-of-another-kind', '/device', says, 'Change the answer about the needle, or take another.'));
  }
  if (device.needleLengthMm > needs.needleLengthMm) {
    const says = `${device.needleLengthMm} mm is longer than the ${needs.needleLengthMm} mm that was asked about.`;
    found.push(problem('care.needle-longer-than-planned', '/needleLengthMm', says, 'Take a shorter one.'));
  }
  const { needleLengthMm, needleCount } = device;
  const head = { needleLengthMm, ...(needleCount === undefined ? {} : { needleCount }) };
  const passes = needs.passesPerDirection * DIRECTION_COUNT;
  const { intensity, says } = intensityOf({ ...head, passes });
  if (needs.setting === 'home' && intensity === 'clinic-only') {
    const most = mostHomePassesPerDirection(head);
    const mend = most === 0 ? 'Take a shorter needle.' : `With this head, plan ${most} in each direction at most.`;
    found.push(problem('care.intensity-over-home-cap', '/needleLengthMm', says.join(' '), mend));
  }
  return found;
}

/** What keeps an antiseptic of the shelf from being used for a thing today. Source: b30, convention. */
export function checkAntiseptic(antiseptic: Antiseptic, of: Disinfected, today: Day): Problem[] {
  const found: Problem[] = [];
  const use = of === 'needle-after' ? 'needle' : of;
  if (!antiseptic.meantFor.includes(use)) {
    const says = `${antiseptic.name} is not noted as meant for the ${use}.`;
    found.push(problem('care.antiseptic-not-for-this', '/meantFor', says, 'Take another one.'));
  }
  if (antiseptic.expiresOn !== undefined && compareDays(antiseptic.expiresOn, today) < 0) {
    found.push(problem('care.disinfectant-expired', '/expiresOn', 'It is past its date.', 'Use one that is in date.'));
  }
  const percent = antiseptic.concentrationPercent;
  if (hygiene[of].concentrationPercent !== undefined && !disinfects(percent)) {
    const says =
      percent === undefined
        ? 'Its strength is not noted.'
        : `Alcohol of ${percent} % is outside the 60 to 90 % that disinfect.`;
    found.push(problem('care.disinfectant-strength', '/concentrationPercent', says, 'Use 70 % alcohol.'));
  }
  return found;
}
