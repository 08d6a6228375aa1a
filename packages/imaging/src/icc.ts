import { fourLetters } from './bytes.ts';
import type { ColourSpace } from './photo.ts';

/** Red, green and blue of the two spaces that phones write, X Y Z adapted to D50 as ICC profiles hold them. Source: convention. */
const primaries = {
  srgb: [
    [0.4361, 0.2225, 0.0139],
    [0.3851, 0.7169, 0.0971],
    [0.1431, 0.0606, 0.7141],
  ],
  'display-p3': [
    [0.5151, 0.2412, -0.0011],
    [0.2919, 0.6922, 0.0419],
    [0.1572, 0.0666, 0.7841],
  ],
} as const;

/** The space of an ICC profile, told by its three primaries: names differ from maker to maker, these do not. */
export function spaceOfProfile(b: Uint8Array): ColourSpace {
  if (b.length < 132 || fourLetters(b, 16) !== 'RGB ') return 'other';
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const count = Math.min(view.getUint32(128), 200);
  const found = new Map<string, number[]>();
  for (let i = 0; i < count && 144 + 12 * i <= b.length; i++) {
    const row = 132 + 12 * i;
    const at = view.getUint32(row + 4);
    if (at + 20 > b.length || fourLetters(b, at) !== 'XYZ ') continue;
    found.set(
      fourLetters(b, row),
      [8, 12, 16].map((o) => view.getInt32(at + o) / 65536),
    );
  }
  const read = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => found.get(tag));
  for (const space of ['srgb', 'display-p3'] as const) {
    const near = primaries[space].every((want, i) => want.every((w, j) => Math.abs((read[i]?.[j] ?? 9) - w) < 0.01));
    if (near) return space;
  }
  return 'other';
}

/** The space that a profile's name tells, where only the name can be read (PNG packs the profile itself). */
export function spaceOfName(name: string): ColourSpace {
  if (/display ?p3/i.test(name)) return 'display-p3';
  return /srgb/i.test(name) ? 'srgb' : 'other';
}
