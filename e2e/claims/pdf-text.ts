import { inflateSync } from 'node:zlib';

/**
 * The lines that a PDF of the product prints, read as a viewer would: each font carries a map from its signs to letters. Which
 * font a line is set in is not followed; every line is given once for each font, and only one reading of it makes words.
 */
export function pdfLines(pdf: Buffer): string[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return stream; // a stream that is not packed, a picture say
    }
  });
  const maps = streams.filter((s) => s.includes('begincmap')).map(lettersOf);
  const set = streams
    .filter((s) => s.includes(' Tf'))
    .flatMap((s) => [...s.matchAll(/\[([^\]]*)\] TJ/g)])
    .map(([, pieces = '']) => [...pieces.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex).join(''));
  return maps.flatMap((letters) =>
    set.map((line) => (line.match(/.{4}/g) ?? []).map((sign) => letters.get(Number.parseInt(sign, 16)) ?? '').join('')),
  );
}

function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '0', list = ''] of map.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first, 16);
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], i) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(start + i, String.fromCharCode(...units.map((u) => Number.parseInt(u, 16))));
    });
  }
  return letters;
}
