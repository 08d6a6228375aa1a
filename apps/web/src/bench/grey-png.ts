import type { SizePx } from './strokes.ts';

/**
 * A mask as a PNG of one 8-bit grey channel, which is what every program of the house reads as a mask. Written here and not
 * by a canvas, because a canvas writes four channels and may pass the values through a colour profile on the way.
 */
export async function encodeGreyPng(size: SizePx, grey: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (grey.length !== size.widthPx * size.heightPx) throw new RangeError('the pixels are not of the stated size');
  const header = new Uint8Array(13);
  const fields = new DataView(header.buffer);
  fields.setUint32(0, size.widthPx);
  fields.setUint32(4, size.heightPx);
  // Depth 8, colour type 0 (grey), deflate, filters per row, not interlaced.
  header.set([8, 0, 0, 0, 0], 8);
  const packed = await deflate(rows(size, grey));
  return join([SIGNATURE, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', new Uint8Array(0))]);
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Each row behind its filter byte: 0, the values as they are; long runs of one value need no more. */
function rows({ widthPx, heightPx }: SizePx, grey: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(heightPx * (widthPx + 1));
  for (let y = 0; y < heightPx; y++) out.set(grey.subarray(y * widthPx, (y + 1) * widthPx), y * (widthPx + 1) + 1);
  return out;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = name.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const b of bytes) c = (CRC_TABLE[(c ^ b) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
