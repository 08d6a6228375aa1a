import { type PersonId, problem } from '@stria/record';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from './database.ts';
import { blamed, nextParcel, waitMs } from './outbox.ts';

const item = (seq: number, what: OutboxItem['what'] = 'entry', record = 'a'): OutboxItem => ({
  seq,
  what,
  record: record as PersonId,
  key: `${what}-${seq}`,
});
const none: ReadonlySet<never> = new Set();

describe('the outbox', () => {
  it('sends what was made first, first, however it was read from the store', () => {
    expect(nextParcel([item(3), item(1), item(2)], none, none)?.items.map((i) => i.seq)).toEqual([1, 2, 3]);
  });

  it('sends a photo alone and in its place, so that no entry arrives before the photo that it points at', () => {
    const items = [item(1), item(2, 'blob'), item(3)];
    expect(nextParcel(items, none, none)).toEqual({ what: 'entries', items: [items[0]] });
    expect(nextParcel(items.slice(1), none, none)).toEqual({ what: 'blob', items: [items[1]] });
  });

  it('never mixes two charts in one parcel', () => {
    expect(nextParcel([item(1, 'entry', 'a'), item(2, 'entry', 'b')], none, none)?.items.map((i) => i.seq)).toEqual([1]);
  });

  it('steps over what was refused, and is done when nothing else is left', () => {
    expect(nextParcel([item(1), item(2)], new Set([1]), none)?.items.map((i) => i.seq)).toEqual([2]);
    expect(nextParcel([item(1)], new Set([1]), none)).toBeUndefined();
    expect(nextParcel([], none, none)).toBeUndefined();
  });

  it('carries everything that is not refused, once and in order, parcel by parcel', () => {
    const what = fc.constantFrom('entry' as const, 'blob' as const);
    const record = fc.constantFrom('a', 'b');
    void fc.assert(
      fc.property(fc.array(fc.tuple(what, record, fc.boolean()), { maxLength: 160 }), (made) => {
        let items = made.map(([w, r], i) => item(i + 1, w, r));
        const refused = new Set(made.flatMap(([, , no], i) => (no ? [i + 1] : [])));
        const sent: number[] = [];
        for (let parcel = nextParcel(items, refused, none); parcel; parcel = nextParcel(items, refused, none)) {
          const seqs = parcel.items.map((i) => i.seq);
          sent.push(...seqs);
          items = items.filter((i) => !seqs.includes(i.seq));
        }
        expect(sent).toEqual(made.map((_, i) => i + 1).filter((seq) => !refused.has(seq)));
      }),
    );
  });

  it('steps over everything of a chart that was erased there, and goes on with the others', () => {
    const items = [item(1, 'entry', 'a'), item(2, 'blob', 'a'), item(3, 'entry', 'b'), item(4, 'entry', 'a')];
    const erased = new Set(['a' as PersonId]);
    expect(nextParcel(items, none, erased)?.items.map((i) => i.seq)).toEqual([3]);
    expect(nextParcel(items, new Set([3]), erased)).toBeUndefined();
  });

  it('knows which entries of a refused parcel are at fault where the host names them, and only then', () => {
    const at = (pointer: string) => problem('record.value-invalid', pointer, 'not valid');
    const places = (pointers: string[], count = 12) => [...blamed(pointers.map(at), count).keys()];
    expect(places(['/entries/3/body/score', '/entries/11', '/entries/3/kind'])).toEqual([3, 11]);
    expect(blamed([at('/entries/3/a'), at('/entries/3/b')], 12).get(3)).toHaveLength(2);
    expect(places(['/entries/0'])).toEqual([0]);
    for (const nobody of ['', '/entries', '/entries/12', '/entries/-1', '/entries/01', '/entries/1x', '/records/1'])
      expect(places([nobody]), nobody).toEqual([]);
    expect(places(['/entries/3', '']), 'one that names nobody may be of any').toEqual([]);
  });

  it('waits longer after every failure, five minutes at most', () => {
    expect([1, 2, 3, 4, 50].map(waitMs)).toEqual([5_000, 10_000, 20_000, 40_000, 300_000]);
  });
});
