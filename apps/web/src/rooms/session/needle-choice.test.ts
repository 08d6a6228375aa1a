import { type Device, day, type RecordState } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { shelfNeedles } from './needle-choice.ts';

const roller: Device = {
  device: 'roller',
  needleLengthMm: 0.25,
  needleCount: 192,
  material: 'stainless-steel',
  lot: 'L1',
  usedByAnotherPerson: false,
  usesBefore: 0,
};
const needs = { setting: 'home', device: 'roller', needleLengthMm: 0.25, passesPerDirection: 3 } as const;
const on = (id: string, device: Partial<Device> = {}, more: object = {}) => ({
  entry: { id, body: { ...roller, ...device } },
  uses: 0,
  bent: false,
  retired: undefined,
  ...more,
});
const offered = (...devices: ReturnType<typeof on>[]) =>
  shelfNeedles({ devices } as unknown as RecordState, needs, day('2026-03-02'));

describe('the needles that a session offers', () => {
  it('are sealed ones as new, and used or opened ones as used before, with their uses', () => {
    const [sealed, opened, used] = offered(on('a'), on('b', { openedOn: day('2026-03-01') }), on('c', {}, { uses: 2 }));
    expect(sealed?.started).toMatchObject({ needle: 'new-sealed-sterile', usesBefore: 0, registered: 'a', lot: 'L1' });
    expect(opened?.started).toMatchObject({ needle: 'own-reused', usesBefore: 0 });
    expect(used?.started).toMatchObject({ needle: 'own-reused', usesBefore: 2 });
  });

  it('name what speaks against one, put those last, and leave out what was put away', () => {
    const list = offered(on('long', { needleLengthMm: 1.5 }), on('fine'), on('gone', {}, { retired: {} }));
    expect(list.map((n) => n.id)).toEqual(['fine', 'long']);
    expect(list[1]?.problems.map((p) => p.code)).toEqual(['care.needle-longer-than-planned', 'care.intensity-over-home-cap']);
    expect(list[1]?.hint).toContain('1.5 mm is longer than the 0.25 mm');
  });
});
