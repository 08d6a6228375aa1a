import type { Entry, EntryId, SessionEvent } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { countingEntries, lastOf } from './taken-back.ts';

const session = 'session-1' as EntryId;
const step = (id: string, event: SessionEvent, of = session) =>
  ({ id, kind: 'session', body: { session: of, event } }) as unknown as Entry;
const pass = (id: string) => step(id, { step: 'passes-done', zone: 'hip', patch: 1, direction: 1, passes: 1 });
const back = (corrects: string, body?: object) =>
  ({
    id: `back-${corrects}`,
    kind: 'correction',
    body: { corrects, reason: 'tapped', ...(body && { body }) },
  }) as unknown as Entry;
const ids = (entries: readonly Entry[]) => countingEntries(entries, session).map((e) => e.id);

describe('the steps of a session that count', () => {
  it('are its own, without those that were taken back; a corrected one still counts', () => {
    const other = step('x', { step: 'hands-washed' }, 'session-2' as EntryId);
    expect(ids([pass('a'), pass('b'), other, back('b')])).toEqual(['a']);
    expect(ids([pass('a'), back('a', { session })])).toEqual(['a']);
  });

  it('offer the newest to be taken back only while it is of that step, and the one before it afterwards', () => {
    const hands = step('h', { step: 'hands-washed' });
    expect(lastOf([hands], session, 'passes-done')).toBeUndefined();
    expect(lastOf([hands, pass('a'), pass('b')], session, 'passes-done')?.id).toBe('b');
    expect(lastOf([hands, pass('a'), pass('b'), back('b')], session, 'passes-done')?.id).toBe('a');
    expect(lastOf([pass('a'), hands], session, 'passes-done')).toBeUndefined();
  });
});
