import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntryOf, anyRecord } from '../../../tools/arbitrary.ts';
import { entryKinds, fold, parseEntry, parseEntryLines, writeEntryLines } from './index.ts';

describe('a record', () => {
  it('of every kind of entry passes the border unchanged', () => {
    for (const kind of entryKinds) {
      fc.assert(
        fc.property(anyEntryOf(kind, '0190a6c2-7d3e-7000-8000-000000000001'), (entry) => {
          expect(parseEntry(entry)).toEqual({ ok: true, value: entry });
        }),
        { numRuns: 40 },
      );
    }
  });

  it('written as lines and read again is deep-equal, zeros and empty lists kept', () => {
    fc.assert(
      fc.property(anyRecord(), (entries) => {
        expect(parseEntryLines(writeEntryLines(entries))).toEqual({ ok: true, value: entries });
      }),
    );
  });

  it('folds to the same today in whatever order and however often its entries arrive', () => {
    fc.assert(
      fc.property(
        anyRecord().chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 })),
        ),
        ([entries, again]) => {
          expect(fold(again)).toEqual(fold(entries));
        },
      ),
    );
  });
});
