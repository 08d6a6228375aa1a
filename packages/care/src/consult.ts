import type { Answers, Setting } from '@stria/record';
import { HOME_NEEDLE_LENGTH_MM } from './bounds.ts';
import { endOf, holds } from './periods.ts';

/** What the recorded consult is worth on the day of the answers, for the needle that is asked about. */
export type ConsultStanding =
  | { readonly state: 'missing' | 'expired' | 'advised-against' | 'limit-missing' }
  /** It cleared the person; `needle` tells whether the needle asked about is within what it allowed. */
  | { readonly state: 'cleared'; readonly needleLengthMmMax?: number; readonly needle: 'within' | 'exceeded' };

/** A consult counts for 12 months at most: our own convention. */
const CONSULT_MONTHS = { period: { months: 12 }, sources: ['convention'], says: '' } as const;

/**
 * A consult that advised against needling stands for good; one dated in the future counts for nothing; one with limits
 * and no number cannot be kept to, so it does not count until the number is known.
 */
export function consultStanding(answers: Answers): ConsultStanding {
  const { consult, asOf, needle } = answers;
  if (!consult) return { state: 'missing' };
  if (consult.outcome === 'advised-against') return { state: 'advised-against' };
  if (consult.on > asOf) return { state: 'missing' };
  if (!holds(asOf, endOf(consult.on, CONSULT_MONTHS, 'home'))) return { state: 'expired' };
  const max = consult.needleLengthMmMax;
  if (consult.outcome === 'cleared-with-limits' && max === undefined) return { state: 'limit-missing' };
  const exceeded = max !== undefined && needle !== undefined && needle.lengthMm > max;
  return {
    state: 'cleared',
    ...(max === undefined ? {} : { needleLengthMmMax: max }),
    needle: exceeded ? 'exceeded' : 'within',
  };
}

/** The longest needle without a further question: 0.5 mm at home; in a clinic 2.0, on thin skin 1.0. Source: b06, b07, b08, b33. */
export function settingLimitMm(setting: Setting, thin: boolean): number {
  if (setting === 'home') return HOME_NEEDLE_LENGTH_MM;
  return thin ? 1 : 2;
}
