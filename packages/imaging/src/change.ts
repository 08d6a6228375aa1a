import type { Comparison, Examination } from '@stria/record';

export function change(_baseline: Examination, _followup: Examination): Comparison {
  throw new Error('being built');
}
