import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { referencePath } from '../../../tools/reference.ts';
import { readPhotoFile } from './container.ts';
import { orient } from './raster.ts';

const malformed = referencePath('data/malformed');
const exif = referencePath('data/exif');

function filesUnder(folder: string | undefined): string[] {
  if (!folder) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Stored samples, without orientation and without the profile. */
const samples = (bytes: Uint8Array) =>
  sharp(bytes, { failOn: 'truncated', limitInputPixels: 60_000_000, ignoreIcc: true }).raw().toBuffer();

async function picture(options: { exif?: boolean; icc?: string; format?: 'jpeg' | 'png' | 'webp' } = {}) {
  let s = sharp({
    create: { width: 48, height: 32, channels: 3, background: '#c09080', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  });
  if (options.exif)
    s = s
      .withExif({
        IFD0: { Copyright: 'me', DateTime: '2026:03:01 10:00:00' },
        IFD2: { DateTimeOriginal: '2026:02:28 10:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
      })
      .withMetadata({ orientation: 6 });
  if (options.icc) s = s.withIccProfile(options.icc);
  return new Uint8Array(await s.toFormat(options.format ?? 'jpeg').toBuffer());
}

describe('a photo file', () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    it(`loses place, owner, profile and day as ${format}, keeps its pixels, and says what they said`, async () => {
      const bytes = await picture({ exif: true, icc: 'p3', format });
      const read = readPhotoFile(bytes);
      if (!read.ok) throw new Error(read.problems[0]?.says);
      expect(read.value).toMatchObject({ format, mediaType: `image/${format}`, widthPx: 48, heightPx: 32, orientation: 6 });
      // PNG packs its profile, so only its name is read there; the codec of this test writes none that tells.
      if (format !== 'png') expect(read.value.colourSpace).toBe('display-p3');
      expect(read.value.takenOn).toBe('2026-02-28');
      const left = await sharp(read.value.stripped).metadata();
      expect([left.exif, left.icc, left.xmp, left.iptc, left.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect((await samples(read.value.stripped)).equals(await samples(bytes))).toBe(true);
      const again = readPhotoFile(read.value.stripped);
      expect(again.ok && again.value.stripped).toEqual(read.value.stripped);
    });

    it(`is refused as truncated wherever a ${format} breaks off`, async () => {
      const bytes = await picture({ exif: true, format });
      for (let end = 12; end < bytes.length; end += 7) {
        const read = readPhotoFile(bytes.subarray(0, end));
        expect(read.ok ? 'read' : read.problems[0]?.code, `at ${end}`).toMatch(/imaging\.(truncated|damaged)/);
      }
    });
  }

  it('that is a bomb is refused before anybody decodes it', () => {
    const bytes = new Uint8Array(57);
    bytes.set([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x2e, 0xe0, 0, 0, 0x2e, 0xe0,
      8, 2,
    ]);
    bytes.set([0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54], 33);
    bytes.set([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44], 45);
    const read = readPhotoFile(bytes);
    expect(read.ok ? '' : read.problems[0]?.code).toBe('imaging.too-large');
  });

  it('that is something else says what it is not', () => {
    const codes = [new Uint8Array(), new TextEncoder().encode('GIF89a....'), new TextEncoder().encode('<html></html>')].map(
      (b) => {
        const read = readPhotoFile(b);
        return read.ok ? '' : read.problems[0]?.code;
      },
    );
    expect(new Set(codes)).toEqual(new Set(['imaging.not-an-image']));
  });

  it('with a page hidden behind its end comes back without the page', async () => {
    const bytes = await picture();
    const tail = new TextEncoder().encode('<script>steal()</script>');
    const read = readPhotoFile(Uint8Array.of(...bytes, ...tail));
    expect(read.ok && Buffer.from(read.value.stripped).includes('script')).toBe(false);
    expect(read.ok && (await samples(read.value.stripped)).equals(await samples(bytes))).toBe(true);
  });
});

describe.skipIf(!exif)('real photos', () => {
  it('with a place in them come out with no metadata segment and the same pixels', async () => {
    const files = filesUnder(exif).filter((f) => f.endsWith('.jpg'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(file));
      const read = readPhotoFile(bytes);
      if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.says}`);
      expect(
        segmentsOf(read.value.stripped).filter((m) => (m >= 0xe1 && m <= 0xed) || m === 0xef || m === 0xfe),
        file,
      ).toEqual([]);
      expect((await samples(read.value.stripped)).equals(await samples(bytes)), file).toBe(true);
    }
  });

  it('stand upright whichever way the camera was held', async () => {
    for (const file of filesUnder(join(exif as string, 'orientation'))) {
      const bytes = new Uint8Array(readFileSync(file));
      const read = readPhotoFile(bytes);
      if (!read.ok) throw new Error(file);
      const wanted = Number(/_(\d)\.jpg$/.exec(file)?.[1]);
      expect(read.value.orientation, file).toBe(wanted === 0 ? 1 : wanted);
      const raw = await sharp(read.value.stripped).raw().toBuffer({ resolveWithObject: true });
      const upright = orient(
        { widthPx: raw.info.width, heightPx: raw.info.height, channels: 3, data: raw.data },
        read.value.orientation,
      );
      const other = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
      expect([upright.widthPx, upright.heightPx], file).toEqual([other.info.width, other.info.height]);
      expect(Buffer.from(upright.data).equals(other.data), file).toBe(true);
    }
  });

  it('in HEIC are refused with the way to a JPEG', () => {
    for (const file of filesUnder(join(exif as string, 'heic'))) {
      const read = readPhotoFile(new Uint8Array(readFileSync(file)));
      expect(read.ok ? '' : read.problems[0]?.code, file).toBe('imaging.heic-not-read');
      expect(read.ok ? '' : read.problems[0]?.mend).toMatch(/Most Compatible/);
    }
  });
});

describe.skipIf(!malformed)('hostile files', () => {
  it('never throw, and what is accepted decodes as before or not at all', async () => {
    const files = filesUnder(malformed);
    expect(files.length).toBeGreaterThan(180);
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(file));
      const read = readPhotoFile(bytes);
      if (!read.ok) {
        expect(read.problems[0]?.code, file).toMatch(/^imaging\./);
        continue;
      }
      const before = await samples(bytes).catch(() => undefined);
      const after = await samples(read.value.stripped).catch(() => undefined);
      expect(before === undefined || after?.equals(before), file).toBe(true);
    }
  });

  it('that are bombs or cut off have their own names', () => {
    const code = (name: string) => {
      const read = readPhotoFile(new Uint8Array(readFileSync(join(malformed as string, name))));
      return read.ok ? 'read' : read.problems[0]?.code;
    };
    expect(code('generated/png-1bit-30000x30000.png')).toBe('imaging.too-large');
    expect(code('sharp/truncated.jpg')).toBe('imaging.truncated');
    expect(code('sharp/truncated.png')).toBe('imaging.truncated');
    expect(code('pillow/truncated_jpeg.jpg')).toBe('imaging.truncated');
    expect(code('pillow/xmp_tags_orientation.avif')).toBe('imaging.heic-not-read');
    expect(code('pillow/decompression_bomb.gif')).toBe('imaging.not-an-image');
  });
});

function segmentsOf(b: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 2; i + 4 < b.length && b[i] === 0xff; ) {
    const marker = b[i + 1] as number;
    found.push(marker);
    if (marker === 0xda) break;
    i += 2 + (((b[i + 2] as number) << 8) | (b[i + 3] as number));
  }
  return found;
}
