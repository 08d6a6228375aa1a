import { ok, type Result } from '@stria/record';
import { decodeMask } from './decode.ts';
import { MARK_COLOUR } from './overlay-colour.ts';

/**
 * A mask as a picture to lay over the photo. It is shrunk to `sidePx` at most by taking, for each new pixel, the most
 * painted of the old ones, so that a thin line does not vanish on a small screen.
 */
export async function drawOverlay(maskPng: ArrayBuffer, sidePx: number): Promise<Result<ArrayBuffer>> {
  const mask = await decodeMask(maskPng);
  if (!mask.ok) return mask;
  const { widthPx, heightPx, data } = mask.value;
  const step = Math.max(1, Math.ceil(Math.max(widthPx, heightPx) / sidePx));
  const width = Math.ceil(widthPx / step);
  const height = Math.ceil(heightPx / step);
  const picture = new ImageData(width, height);
  for (let y = 0; y < heightPx; y++) {
    const row = Math.floor(y / step) * width;
    for (let x = 0; x < widthPx; x++) {
      if ((data[y * widthPx + x] ?? 0) < 128) continue;
      const to = (row + Math.floor(x / step)) * 4;
      picture.data[to] = MARK_COLOUR[0];
      picture.data[to + 1] = MARK_COLOUR[1];
      picture.data[to + 2] = MARK_COLOUR[2];
      picture.data[to + 3] = 255;
    }
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
  return ok(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}
