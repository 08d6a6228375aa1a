import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKey, SealBroken, seal, sealedLength, sealStream, unseal, unsealStream } from './cipher.ts';

const CHUNK = 65_536;
const HEAD = 15;
const key = newKey();

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
/** The bytes in pieces of any sizes, as a network or a disk hands them over. */
async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
const whole = (bytes: Buffer) => inPieces(bytes, [1_000_000]);
const sealed = (plain: Buffer, context = 'c', k = key) => collect(sealStream(k, context, whole(plain)));
const opened = (bytes: Buffer, context = 'c', k = key) => collect(unsealStream(k, context, whole(bytes)));
const pattern = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255));

describe('a sealed photo', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])('opens to the same %i bytes', async (length) => {
    const bytes = await sealed(pattern(length));
    expect(bytes.length).toBe(sealedLength(length));
    expect((await opened(bytes)).equals(pattern(length))).toBe(true);
  });

  it('opens to the same bytes however they come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 0, maxLength: 200_000 }),
        fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 4 }),
        async (plain, sizes) => {
          const bytes = await collect(sealStream(key, 'c', inPieces(Buffer.from(plain), sizes)));
          return (await collect(unsealStream(key, 'c', inPieces(bytes, sizes)))).equals(plain);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is refused when any one bit of it was flipped', async () => {
    const bytes = await sealed(pattern(CHUNK + 500));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        await expect(opened(flipped)).rejects.toBeInstanceOf(SealBroken);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when it was cut anywhere, at the edge of a chunk too', async () => {
    const bytes = await sealed(pattern(3 * CHUNK));
    const edges = [1, 2].map((n) => HEAD + n * (CHUNK + 16));
    for (const length of [0, 5, HEAD, HEAD + 1, ...edges, bytes.length - 1]) {
      await expect(opened(bytes.subarray(0, length)), `cut to ${length}`).rejects.toBeInstanceOf(SealBroken);
    }
  });

  it('is refused when it was made longer, or two of its chunks were swapped', async () => {
    const bytes = await sealed(pattern(3 * CHUNK));
    const step = CHUNK + 16;
    const chunk = (n: number) => bytes.subarray(HEAD + n * step, HEAD + (n + 1) * step);
    const swapped = Buffer.concat([bytes.subarray(0, HEAD), chunk(1), chunk(0), chunk(2)]);
    await expect(opened(swapped)).rejects.toBeInstanceOf(SealBroken);
    await expect(opened(Buffer.concat([bytes, Buffer.alloc(16)]))).rejects.toBeInstanceOf(SealBroken);
    await expect(opened(Buffer.concat([bytes, chunk(2)]))).rejects.toBeInstanceOf(SealBroken);
  });

  it('is refused under another tenant, record, photo or key', async () => {
    const bytes = await sealed(pattern(100), 'tenant|record|photo');
    await expect(opened(bytes, 'other|record|photo')).rejects.toBeInstanceOf(SealBroken);
    await expect(opened(bytes, 'tenant|record|photo', newKey())).rejects.toBeInstanceOf(SealBroken);
  });

  it('never looks the same twice', async () => {
    expect((await sealed(pattern(40))).equals(await sealed(pattern(40)))).toBe(false);
  });
});

describe('a sealed entry', () => {
  it('opens to what was sealed, and not when altered, cut or out of its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (plain, n) => {
        const bytes = seal(key, 'here', plain);
        expect(unseal(key, 'here', bytes).equals(plain)).toBe(true);
        const flipped = Buffer.from(bytes);
        const at = n % bytes.length;
        flipped[at] = (flipped[at] as number) ^ 1;
        expect(() => unseal(key, 'here', flipped)).toThrow(SealBroken);
        expect(() => unseal(key, 'here', bytes.subarray(0, at))).toThrow(SealBroken);
        expect(() => unseal(key, 'there', bytes)).toThrow(SealBroken);
      }),
    );
  });
});
