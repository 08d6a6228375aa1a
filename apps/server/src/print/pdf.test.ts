import { inflateSync } from 'node:zlib';
import type { Page } from '@stria/report';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { writePdf } from './pdf.ts';
import { type PrintedPhoto, printPhoto } from './photo.ts';

const page: Page = {
  title: 'Report',
  language: 'en',
  writtenOn: '2026-03-02' as Page['writtenOn'],
  blocks: [
    { type: 'heading', level: 1, text: 'Report' },
    { type: 'paragraph', text: 'Zoë Łukasz, Дарья, Ελένη, 😀. Contrast 3.2 ± 0.4 ΔE00.', weight: 'strong' },
    { type: 'heading', level: 2, text: 'Why' },
    { type: 'list', items: ['One reason that is short.', `One that is long: ${'word '.repeat(60)}`] },
    {
      type: 'table',
      caption: 'What was done',
      head: ['Day', 'Where', 'Note'],
      rows: Array.from({ length: 60 }, (_, i) => [
        `${i + 1} March 2026`,
        'lower belly',
        `row ${i + 1} ${'and more '.repeat(i % 12)}`,
      ]),
    },
    { type: 'photo', photo: 'p1' as never, sha256: '0'.repeat(64), caption: 'hip, 1 March 2026, baseline' },
    { type: 'photo', photo: 'p2' as never, sha256: '1'.repeat(64), caption: 'hip, 9 March 2026, follow-up' },
    { type: 'lines', label: 'What the doctor says', count: 4 },
    { type: 'paragraph', text: 'Not medical advice.', weight: 'small' },
  ],
};

/** A photo whose top left quarter is red and the rest grey. */
const cornered = (width: number, height: number) => {
  const pixels = new Uint8Array(width * height * 3).fill(128);
  for (let y = 0; y < height / 2; y++) {
    for (let x = 0; x < width / 2; x++) pixels.set([230, 20, 20], (y * width + x) * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
};

/** The objects of a PDF as text, its streams opened. */
function opened(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, stream: string) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return whole;
    }
  });
}

describe('a printed page', () => {
  it('is tagged, names its language, embeds its fonts, and is the same bytes every time', async () => {
    const photos = new Map<string, PrintedPhoto>([['p1', await printPhoto(await cornered(400, 300), 1)]]);
    const [first, second] = [await writePdf(page, photos), await writePdf(page, photos)];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.pages).toBeGreaterThan(2);
    const text = opened(first.bytes);
    for (const part of ['/MarkInfo', '/StructTreeRoot', '/Lang (en)', '/FontFile2', '/ToUnicode'])
      expect(text, part).toContain(part);
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Caption', 'Figure'])
      expect(text, tag).toContain(`/S /${tag}\n`);
    expect(text).toContain('/Alt (Photo: hip, 1 March 2026, baseline)');
    expect(text.match(/\/S \/TR\n/g)).toHaveLength(61);
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect(text).not.toMatch(/\/BaseFont \/(Helvetica|Times)/);
  });

  it('shows a photo upright, whatever way the camera was held', async () => {
    const corner: Record<number, readonly [number, number]> = {
      1: [0, 0],
      2: [1, 0],
      3: [1, 1],
      4: [0, 1],
      5: [0, 0],
      6: [1, 0],
      7: [1, 1],
      8: [0, 1],
    };
    for (const [orientation, [right, low]] of Object.entries(corner)) {
      const { jpeg, widthPx, heightPx } = await printPhoto(await cornered(80, 40), Number(orientation));
      expect([widthPx, heightPx], orientation).toEqual(Number(orientation) >= 5 ? [40, 80] : [80, 40]);
      const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => data[(Math.floor(y) * info.width + Math.floor(x)) * 3 + 1] as number;
      const red = at(widthPx * (0.25 + 0.5 * right), heightPx * (0.25 + 0.5 * low));
      expect(red, `orientation ${orientation}`).toBeLessThan(60);
      expect(at(widthPx * (0.75 - 0.5 * right), heightPx * (0.75 - 0.5 * low))).toBeGreaterThan(100);
    }
  });

  it('prints a large photo small enough for paper', async () => {
    const { widthPx, heightPx } = await printPhoto(await cornered(4000, 3000), 6);
    expect([widthPx, heightPx]).toEqual([900, 1200]);
  });
});
