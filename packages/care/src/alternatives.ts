import type { Answers, MethodId } from '@stria/record';
import { method } from './methods.ts';
import type { Alternative } from './verdict.ts';

/**
 * What to do instead, or meanwhile, where the verdict is not `go`. Photos and a plain moisturiser are open to everybody. A
 * retinoid is named only where pregnancy is answered with no, to adults, for marks that may be early ones: there alone did a
 * trial see it help. Source: j01, j12.
 */
export function alternatives(answers: Answers): Alternative[] {
  const early = answers.marks?.stage === 'rubra' || answers.marks?.stage === 'mixed';
  const adult = (answers.ageYears ?? 0) >= 18;
  const mayAskForRetinoid = answers.pregnancy === 'no' && early && adult;
  const ids: MethodId[] = ['watch-only', 'moisturiser', ...(mayAskForRetinoid ? (['retinoid-cream'] as const) : [])];
  return ids.map((id) => {
    const { evidence, sources } = method(id);
    return { method: id, evidence, sources };
  });
}
