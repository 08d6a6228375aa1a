import { orient, type Raster } from '@stria/imaging';
import { fail, ok, problem, type Result } from '@stria/record';
import type { PhotoSource } from './jobs.ts';
import type { SizePx } from './strokes.ts';
import { uprightMatrix, uprightSize } from './upright.ts';

/**
 * From bytes to pixels by the browser's own decoder, with nothing done to the values on the way: no turning (the metadata
 * that would ask for it is gone anyway, `orient` does it), no colour conversion, no blending.
 */
const AS_STORED = { imageOrientation: 'none', premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;

/** Rows read at a time: some phones give no canvas of more than 16 million pixels. */
const STRIP_ROWS = 512;

/** The upright photo as pixels. Problems: web.photo-not-decoded, web.photo-size-differs, web.pixels-altered. */
export async function decodeUpright(photo: PhotoSource): Promise<Result<Raster>> {
  const bitmap = await open(photo.bytes, photo.mediaType);
  if (!bitmap.ok) return bitmap;
  try {
    const size = sameSize(bitmap.value, photo);
    if (!size.ok) return size;
    const data = readPixels(bitmap.value);
    if (!data.ok) return data;
    return ok(orient({ widthPx: photo.widthPx, heightPx: photo.heightPx, channels: 4, data: data.value }, photo.orientation));
  } finally {
    bitmap.value.close();
  }
}

/** True where the browser decodes the photo to the size that its file states. */
export async function probe(photo: PhotoSource): Promise<Result<true>> {
  const bitmap = await open(photo.bytes, photo.mediaType);
  if (!bitmap.ok) return bitmap;
  try {
    return sameSize(bitmap.value, photo);
  } finally {
    bitmap.value.close();
  }
}

/** One channel of a mask PNG, 8 bits a pixel. */
export async function decodeMask(png: ArrayBuffer): Promise<Result<SizePx & { readonly data: Uint8Array }>> {
  const bitmap = await open(png, 'image/png');
  if (!bitmap.ok) return bitmap;
  try {
    const rgba = readPixels(bitmap.value);
    if (!rgba.ok) return rgba;
    const data = new Uint8Array(rgba.value.length / 4);
    for (let i = 0; i < data.length; i++) data[i] = rgba.value[i * 4] ?? 0;
    return ok({ widthPx: bitmap.value.width, heightPx: bitmap.value.height, data });
  } finally {
    bitmap.value.close();
  }
}

/** A small upright JPEG, its longer side `sidePx` at most. */
export async function drawThumbnail(photo: PhotoSource, sidePx: number): Promise<Result<ArrayBuffer>> {
  const shrink = Math.min(1, sidePx / Math.max(photo.widthPx, photo.heightPx));
  const stored = {
    widthPx: Math.max(1, Math.round(photo.widthPx * shrink)),
    heightPx: Math.max(1, Math.round(photo.heightPx * shrink)),
  };
  const bitmap = await open(photo.bytes, photo.mediaType, {
    resizeWidth: stored.widthPx,
    resizeHeight: stored.heightPx,
    resizeQuality: 'medium',
  });
  if (!bitmap.ok) return bitmap;
  const upright = uprightSize(stored, photo.orientation);
  const canvas = new OffscreenCanvas(upright.widthPx, upright.heightPx);
  const pen = context(canvas);
  pen.setTransform(...uprightMatrix(stored, photo.orientation));
  pen.drawImage(bitmap.value, 0, 0);
  bitmap.value.close();
  return ok(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 })).arrayBuffer());
}

async function open(bytes: ArrayBuffer, mediaType: string, more: ImageBitmapOptions = {}): Promise<Result<ImageBitmap>> {
  try {
    return ok(await createImageBitmap(new Blob([bytes], { type: mediaType }), { ...AS_STORED, ...more }));
  } catch (error) {
    const name = error instanceof DOMException ? error.name : 'unknown reason';
    return fail(
      problem(
        'web.photo-not-decoded',
        '',
        `This browser cannot open the photo (${name}). The file may be damaged, or there is too little memory free.`,
        'Close other pages and try again. If it stays so, copy the photo anew or take it once more.',
      ),
    );
  }
}

function sameSize(bitmap: ImageBitmap, photo: SizePx): Result<true> {
  if (bitmap.width === photo.widthPx && bitmap.height === photo.heightPx) return ok(true);
  return fail(
    problem(
      'web.photo-size-differs',
      '',
      `The photo opens with ${bitmap.width} x ${bitmap.height} pixels, but its file says ${photo.widthPx} x ${photo.heightPx}.`,
      'Take the photo again, or choose it as the camera made it.',
    ),
  );
}

/** Red, green, blue and alpha of every pixel, strip by strip. */
function readPixels(bitmap: ImageBitmap): Result<Uint8ClampedArray> {
  if (!readsTrue()) return fail(alteredProblem());
  const { width, height } = bitmap;
  const out = new Uint8ClampedArray(width * height * 4);
  const pen = context(new OffscreenCanvas(width, Math.min(STRIP_ROWS, height)));
  for (let y = 0; y < height; y += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, height - y);
    pen.clearRect(0, 0, width, STRIP_ROWS);
    pen.drawImage(bitmap, 0, y, width, rows, 0, 0, width, rows);
    out.set(pen.getImageData(0, 0, width, rows).data, y * width * 4);
  }
  return ok(out);
}

/** Some browsers answer with slightly changed pixels, so that pages cannot recognise a device: nothing can be measured there. */
function readsTrue(): boolean {
  const side = 32;
  const pen = context(new OffscreenCanvas(side, side));
  const written = new ImageData(side, side);
  for (let i = 0; i < written.data.length; i++) written.data[i] = i % 4 === 3 ? 255 : (i * 37) % 256;
  pen.putImageData(written, 0, 0);
  const read = pen.getImageData(0, 0, side, side).data;
  return read.every((v, i) => v === written.data[i]);
}

const alteredProblem = () =>
  problem(
    'web.pixels-altered',
    '',
    'This browser changes the pixels of pictures on purpose, to keep pages from recognising it, so nothing can be measured here.',
    'Allow this page to read canvas data, or open stria in another browser. The photo and your painting are kept.',
  );

function context(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('this browser gives no 2D canvas in a worker');
  return pen;
}
