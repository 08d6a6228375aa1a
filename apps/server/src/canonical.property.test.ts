import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, turned(v)]),
  );
};

describe('canonical JSON', () => {
  it('says the same whatever the order of the keys, and reads back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(canonical(turned(plain))).toBe(canonical(plain));
        expect(JSON.parse(canonical(plain))).toEqual(plain);
      }),
    );
  });

  it('tells different values apart', () => {
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: '1' }));
    expect(canonical([0])).not.toBe(canonical([]));
    expect(canonical({ a: null })).not.toBe(canonical({}));
  });
});
