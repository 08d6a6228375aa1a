import { fold } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { likelyWhere, photoZones, readWhere, whereOf } from './where.ts';

describe('where a photo is taken', () => {
  it('is never the face, which is outside this product and tells who somebody is', () => {
    expect(photoZones).not.toContain('face');
    expect(photoZones).not.toContain('lips');
    expect(photoZones).toContain('thigh-inner');
    expect(readWhere({ zone: 'face' })).toBeUndefined();
  });

  it('has a side where the body has two of it, and none where it has one', () => {
    expect(whereOf('hip', undefined, undefined)).toEqual({ zone: 'hip', side: 'left' });
    expect(whereOf('abdomen-lower', 'left', undefined)).toEqual({ zone: 'abdomen-lower' });
    expect(whereOf('hip', 'right', true)).toEqual({ zone: 'hip', side: 'right', control: true });
  });

  it('comes back from the device as it was chosen', () => {
    const where = whereOf('flank', 'both', true);
    expect(readWhere(structuredClone(where))).toEqual(where);
    for (const bad of [undefined, null, 3, {}, { zone: 'moon' }]) expect(readWhere(bad)).toBeUndefined();
  });

  it('is not guessed for an empty chart', () => {
    expect(likelyWhere(fold([]))).toBeUndefined();
  });
});
