import { fourLetters } from './bytes.ts';

const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'mif2', 'avif', 'avis', 'miaf']);

/** True for HEIC, HEIF and AVIF: a box `ftyp` whose main or listed brand is one of that family. */
export function isHeifFamily(b: Uint8Array): boolean {
  if (fourLetters(b, 4) !== 'ftyp') return false;
  const size = new DataView(b.buffer, b.byteOffset, b.byteLength).getUint32(0);
  const end = Math.min(size, b.length, 256);
  for (let at = 8; at + 4 <= end; at += 4) if (brands.has(fourLetters(b, at))) return true;
  return false;
}
