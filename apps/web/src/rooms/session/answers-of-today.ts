import { type Answers, type Day, type signs, zoneFindings } from '@stria/record';

type Sign = (typeof signs)[number];

/** Signs that are true of a day only. */
export const ofToday = ['fever', 'unwell'] as const satisfies readonly Sign[];

/** The answers of before, dated today, with what was said about today in the place of what was said then. */
export function answersOfToday(before: Answers, today: Day, well: readonly string[], skin: readonly string[]): Answers {
  const { consult: _recordedApart, ...rest } = before;
  const lasting = before.signs?.filter((s) => !(ofToday as readonly Sign[]).includes(s));
  const now = ofToday.filter((s) => well.includes(s));
  return {
    ...rest,
    asOf: today,
    // Signs that were never told stay missing, which holds a session up just as a fever does: written down with the fever
    // alone, they would look answered tomorrow.
    ...(lasting === undefined ? {} : { signs: [...lasting, ...now] }),
    zoneFindings: zoneFindings.filter((f) => skin.includes(f)),
  };
}
