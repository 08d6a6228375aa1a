import type { Answers, MethodId } from '@stria/record';
import { method } from './methods.ts';
import type { Alternative } from './verdict.ts';

/** Skin on which nothing but a plain moisturiser goes without a doctor's word. Source: convention. */
const unsettled: readonly string[] = ['infection', 'open-wound', 'active-herpes', 'rash'];

/**
 * What to do instead, or meanwhile, where the verdict is not `go`. Watching, doing nothing and a plain moisturiser are open to
 * everybody; an oil where the skin is closed and calm; creams sold for marks to adults who are not pregnant, because nobody
 * says what is in them. A retinoid is named only where pregnancy is answered with no, to adults, for marks that may be early
 * ones: there alone did a trial see it help. Source: j01, j12.
 */
export function alternatives(answers: Answers): Alternative[] {
  const early = answers.marks?.stage === 'rubra' || answers.marks?.stage === 'mixed';
  const grown = (answers.ageYears ?? 0) >= 18 && answers.pregnancy === 'no';
  const calm = !answers.zoneFindings?.some((f) => unsettled.includes(f));
  const ids: MethodId[] = [
    'moisturiser',
    ...(calm ? (['oil'] as const) : []),
    ...(calm && grown ? (['cream'] as const) : []),
    ...(grown && early ? (['retinoid-cream'] as const) : []),
  ];
  return (['watch-only', 'nothing', ...ids] as const).map(of);
}

/** What is known of a method, with the sources of that sentence alone. */
function of(id: MethodId): Alternative {
  const { evidence } = method(id).cells;
  return { method: id, evidence: evidence.says, sources: 'sources' in evidence ? evidence.sources : [] };
}
