import { type Aged, ageAtLeast, mayPhotograph } from '@stria/care';
import type { Day, Zone } from '@stria/record';

/** May this place be photographed: yes, not before the age was asked, or no. Asked before a file is even chosen. */
export type Ruling = 'allowed' | 'ask-age' | 'refused';

/** The rule of care for photographs, asked with what is known of the person's age on the day of the photo. */
export function ruleOnPhoto(zone: Zone, answered: readonly Aged[], on: Day): Ruling {
  const ageYears = ageAtLeast(answered, on);
  if (mayPhotograph(zone, ageYears)) return 'allowed';
  return ageYears === undefined ? 'ask-age' : 'refused';
}
