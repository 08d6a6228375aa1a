import sharp from 'sharp';

/**
 * A drawn patch of skin with four pale marks, without a frame: what a person without a printer has. The marks lie where
 * `marks` says, so that a mouse can follow them. Nothing here is a person's photo.
 */
export const skinPx = { width: 1600, height: 1200 } as const;
/** Pixels a millimetre of the drawing: 80 mm are 960 pixels. */
export const drawnPxPerMm = 12;
export const markWidthPx = 34;
type Point = readonly [x: number, y: number];
export const marks: readonly (readonly Point[])[] = [
  [
    [380, 260],
    [470, 480],
    [500, 760],
  ],
  [
    [640, 210],
    [700, 520],
    [690, 900],
  ],
  [
    [900, 330],
    [980, 620],
    [1010, 960],
  ],
  [
    [1180, 240],
    [1230, 500],
    [1220, 800],
  ],
];

const skin = [196, 152, 132] as const;
/** What full contrast adds to red, green and blue. */
const paler = [14, 18, 20] as const;

export interface Drawing {
  readonly seed: number;
  /** 1 as on the first day; 0.5 is half of it. */
  readonly contrast: number;
  /** EXIF orientation to write; the pixels lie accordingly in the file. */
  readonly orientation?: 1 | 6;
}

export async function drawSkin({ seed, contrast, orientation = 1 }: Drawing): Promise<Buffer> {
  const { width, height } = skinPx;
  const chance = dice(seed);
  const mottle = await sharp(Buffer.from(Uint8Array.from({ length: 100 * 75 }, () => 108 + chance() * 40)), {
    raw: { width: 100, height: 75, channels: 1 },
  })
    .resize(width, height, { kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = contrast * share(Math.min(...marks.map((m) => distance(x, y, m))));
      const grain = (mottle[y * width + x] ?? 128) / 16 - 8 + (chance() + chance() - 1) * 9;
      for (let c = 0; c < 3; c++) pixels[(y * width + x) * 3 + c] = (skin[c] ?? 0) + inside * (paler[c] ?? 0) + grain;
    }
  }
  const upright = sharp(pixels, { raw: { width, height, channels: 3 } });
  // Orientation 6 is shown turned clockwise, so the pixels go into the file turned the other way.
  const stored = orientation === 6 ? upright.rotate(270).withMetadata({ orientation }) : upright;
  return stored.jpeg({ quality: 92 }).toBuffer();
}

/** 1 well inside a mark, 0 outside, a soft edge between. */
const share = (d: number): number => Math.min(1, Math.max(0, (markWidthPx / 2 + 2 - d) / 4));

function distance(x: number, y: number, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  line.slice(1).forEach(([bx, by], i) => {
    const [ax, ay] = line[i] as Point;
    const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  });
  return least;
}

/** Equally likely numbers from 0 to 1, the same ones for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
