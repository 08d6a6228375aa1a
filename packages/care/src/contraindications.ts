import { deviceRules } from './contraindications/device.ts';
import { illnessRules } from './contraindications/illness.ts';
import { medicineRules } from './contraindications/medicine.ts';
import { missingAnswers } from './contraindications/missing.ts';
import { personRules } from './contraindications/person.ts';
import type { Rule } from './contraindications/rule.ts';
import { skinRules } from './contraindications/skin.ts';

/**
 * Who must not, who waits, who asks first: the table of the product's rules as data, one row a fact about the person, keyed
 * by the code that its reason carries. Which row applies is decided in findings.ts; periods that end on a date stand in
 * periods.ts, the zones in zones.ts.
 */
export const contraindications = {
  ...personRules,
  ...illnessRules,
  ...medicineRules,
  ...skinRules,
  ...deviceRules,
  ...missingAnswers,
} as const satisfies Record<string, Rule>;
export type RuleCode = keyof typeof contraindications;
