import { seeded } from '@stria/math';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPhotoFile } from './container.ts';

const whole: Uint8Array[] = [];
beforeAll(async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const picture = sharp({ create: { width: 24, height: 16, channels: 3, background: '#c09080' } })
      .withExif({ IFD0: { Copyright: 'me' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withIccProfile('p3');
    whole.push(new Uint8Array(await picture.toFormat(format).toBuffer()));
  }
});

describe('a photo file with damage', () => {
  it('is read or refused, never thrown at, and what comes out reads again as the same', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.integer(), fc.integer({ min: 1, max: 12 }), (which, seed, hits) => {
        const dice = seeded(seed);
        const bytes = Uint8Array.from(whole[which] as Uint8Array);
        for (let i = 0; i < hits; i++) bytes[dice.integer(0, bytes.length - 1)] = dice.integer(0, 255);
        const read = readPhotoFile(dice.uniform() < 0.3 ? bytes.subarray(0, dice.integer(0, bytes.length)) : bytes);
        if (!read.ok) {
          expect(read.problems[0]?.code).toMatch(/^imaging\.[a-z-]+$/);
          return;
        }
        expect(read.value.stripped.length).toBeLessThanOrEqual(bytes.length);
        const again = readPhotoFile(read.value.stripped);
        expect(again.ok && again.value.stripped).toEqual(read.value.stripped);
        expect(again.ok && [again.value.orientation, again.value.takenOn]).toEqual([1, undefined]);
      }),
      { numRuns: 3000 },
    );
  });

  it('of chance bytes is never taken for a photo that has none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readPhotoFile(bytes).ok).toBe(false);
      }),
    );
  });
});
