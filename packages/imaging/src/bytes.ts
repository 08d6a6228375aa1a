/** Four bytes as letters; missing bytes are left out. */
export const fourLetters = (b: Uint8Array, at: number): string => String.fromCharCode(...b.subarray(at, at + 4));

export const startsWith = (b: Uint8Array, text: string) => [...text].every((c, i) => b[i] === c.charCodeAt(0));

/** The pieces as one run of bytes of its own. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of pieces) {
    all.set(p, at);
    at += p.length;
  }
  return all;
}
