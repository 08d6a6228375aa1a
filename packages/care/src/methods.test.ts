import { methodIds } from '@stria/record';
import { allFacts } from '@stria/record/evidence';
import { describe, expect, it } from 'vitest';
import { method, methodColumns, methodColumnWords, methods } from './index.ts';

const known = new Set([...allFacts.map((f) => f.id as string), 'convention']);

describe('the comparison of methods', () => {
  it('has every method once, doing nothing and peels among them', () => {
    expect(methods.map((m) => m.id).sort()).toEqual([...methodIds].sort());
    expect(Object.keys(methodColumnWords)).toEqual([...methodColumns]);
  });

  it('rests in every cell on sources that exist, or says openly that nothing is known', () => {
    const cells = methods.flatMap((m) => methodColumns.map((column) => ({ id: `${m.id} ${column}`, cell: m.cells[column] })));
    expect(cells.length).toBe(methodIds.length * 8);
    for (const { id, cell } of cells) {
      if ('unknown' in cell) expect(cell.says, id).toMatch(/^Unknown/);
      else {
        expect(cell.sources.length, id).toBeGreaterThan(0);
        expect(
          cell.sources.filter((s) => !known.has(s)),
          id,
        ).toEqual([]);
      }
    }
  });

  it('keeps laser, radiofrequency, peel, serum and clinic needles out of the home', () => {
    expect(methods.filter((m) => !m.home).map((m) => m.id)).toEqual([
      'retinoid-cream',
      'peel',
      'professional-microneedling',
      'serum-assisted',
      'laser',
      'radiofrequency',
    ]);
    for (const m of methods) expect(/^Not /.test(m.cells.place.says), m.id).toBe(!m.home);
  });

  it('gives radiofrequency a date and says whose it is', () => {
    expect(method('radiofrequency').cells.place.says).toMatch(/FDA\) warned on 15 October 2025.*Scotland.*2026/);
  });

  it('gathers the sources of a row from its cells', () => {
    expect(method('oil').sources).toEqual(['j23', 'j07', 'convention', 'd07', 'e06']);
    expect(method('oil').evidence).toMatch(/No effect shown/);
  });
});
