import { judgeProduct, type ProductVerdict } from '@stria/care';
import type { Day, EntryOf, ProductKind, RecordState } from '@stria/record';
import { agenda } from '../agenda.ts';

/** Of a kind alone, the guard knows neither label nor sterility: it takes the careful branch. */
const ofKind = (kind: ProductKind) => ({ kind, inci: [], sterile: kind === 'saline' || kind === 'hydrogel' });

/** What the guard says of something that would go on now, by the newest session of the chart. */
export function judgeNow(
  state: RecordState,
  what: ProductKind | EntryOf<'product'>,
  today: Day,
  nowMs: number,
): ProductVerdict {
  const { lastNeedled, openSession } = agenda(state, today, nowMs);
  const setting = (openSession ?? lastNeedled?.session)?.started?.setting ?? state.answers?.body.setting ?? 'home';
  const product = typeof what === 'string' ? ofKind(what) : what.body;
  if (openSession !== undefined) return judgeProduct(product, { setting, stage: 'during-session', today });
  if (lastNeedled === undefined) return judgeProduct(product, { setting, stage: 'no-session', today });
  return judgeProduct(product, { setting, stage: 'after-session', hoursSinceSession: lastNeedled.hours, today });
}
