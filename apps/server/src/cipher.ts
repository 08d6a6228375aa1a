import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encryption of what lies on the disk. Small things (keys, entries) are sealed whole; photos as a stream of 64 KiB chunks,
 * each with its number and a mark on the last one in its nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, 2015), so that a chunk that was flipped, cut off, swapped or moved from another photo is refused. The context
 * (tenant, record, blob, variant) is authenticated with every chunk. AES-256-GCM throughout.
 */
export const KEY_BYTES = 32;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const CHUNK_BYTES = 65_536;
const PREFIX_BYTES = 7;
const MAGIC = Buffer.from('STRIA-1\n');

/** Something sealed does not open: altered, cut, out of place, or sealed under another key. */
export class SealBroken extends Error {}

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** nonce | ciphertext | tag. The nonce is random: each key seals far fewer than 2^32 things. */
export function seal(key: Buffer, context: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function unseal(key: Buffer, context: string, sealed: Uint8Array): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('too short to be sealed');
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  return open(key, bytes.subarray(0, NONCE_BYTES), context, bytes.subarray(NONCE_BYTES));
}

/** Bytes a plain stream of that length takes when sealed; an empty one has one empty chunk. */
export const sealedLength = (plainBytes: number): number =>
  MAGIC.length + PREFIX_BYTES + plainBytes + Math.max(1, Math.ceil(plainBytes / CHUNK_BYTES)) * TAG_BYTES;

export async function* sealStream(key: Buffer, context: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX_BYTES);
  yield Buffer.concat([MAGIC, prefix]);
  for await (const { bytes, number, last } of chunks(source, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, last)).setAAD(Buffer.from(context));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

export async function* unsealStream(key: Buffer, context: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let prefix: Buffer | undefined;
  async function* body(): AsyncGenerator<Uint8Array> {
    let head = Buffer.alloc(0);
    for await (const part of source) {
      if (prefix) {
        yield part;
        continue;
      }
      head = Buffer.concat([head, part]);
      if (head.length < MAGIC.length + PREFIX_BYTES) continue;
      if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('not a sealed file of stria');
      prefix = head.subarray(MAGIC.length, MAGIC.length + PREFIX_BYTES);
      yield head.subarray(MAGIC.length + PREFIX_BYTES);
    }
    if (!prefix) throw new SealBroken('cut off in its head');
  }
  for await (const { bytes, number, last } of chunks(body(), CHUNK_BYTES + TAG_BYTES)) {
    if (!prefix) throw new SealBroken('cut off in its head');
    yield open(key, nonceOf(prefix, number, last), context, bytes);
  }
}

/** Cuts a stream into chunks of one size; the last one may be shorter, and is empty only where everything is. */
async function* chunks(source: AsyncIterable<Uint8Array>, size: number) {
  let waiting: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const part of source) {
    waiting = waiting.length === 0 ? Buffer.from(part) : Buffer.concat([waiting, part]);
    while (waiting.length > size) {
      yield { bytes: waiting.subarray(0, size), number: number++, last: false };
      waiting = waiting.subarray(size);
    }
  }
  yield { bytes: waiting, number, last: true };
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  nonce.writeUInt8(last ? 1 : 0, NONCE_BYTES - 1);
  return nonce;
}

function open(key: Buffer, nonce: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new SealBroken('cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new SealBroken('altered, out of place, or sealed under another key', { cause: error });
  }
}
