import { createHmac, hkdfSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { quote } from '@stria/record';
import { KEY_BYTES, newKey, SealBroken, seal, unseal } from './cipher.ts';
import { refuse } from './refusal.ts';

/**
 * Keys, from the top down: the master key lies in the key file and nowhere else; it wraps one key a tenant; that wraps one
 * key a record (entries) and one key a blob (photos). Throwing a wrapped key away makes what it sealed unreadable for good,
 * on every old copy of the disk too: that is how erasure works.
 */
const HEAD = 'stria-key-1 ';

/** The master key of an existing store. Its file must be there: a new key would not open anything. */
export function readMasterKey(keyFile: string): Buffer {
  const found = statSync(keyFile, { throwIfNoEntry: false });
  if (!found) {
    refuse(
      'server.key-missing',
      '',
      `This store is encrypted, and its key file is not there: ${quote(keyFile)}.`,
      'Put the key file back, or name its place in STRIA_KEY_FILE. Without it nobody can read the store.',
    );
  }
  if ((found.mode & 0o077) !== 0) {
    refuse(
      'server.key-file-open',
      '',
      `Others on this computer may read the key file: ${quote(keyFile)}.`,
      'Close it with: chmod 600 and the file.',
    );
  }
  const text = readFileSync(keyFile, 'utf8').trim();
  const key = Buffer.from(text.slice(HEAD.length), 'base64url');
  if (!text.startsWith(HEAD) || key.length !== KEY_BYTES) {
    refuse('server.key-invalid', '', `This is not a key file of stria: ${quote(keyFile)}.`, 'Put the right file back.');
  }
  return key;
}

/** The key in the file, made now where there is none: only ever asked for a store that holds nothing yet. */
export function readOrMakeMasterKey(keyFile: string): Buffer {
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  let file: number;
  try {
    file = openSync(keyFile, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readMasterKey(keyFile);
    throw error;
  }
  try {
    writeSync(file, `${HEAD}${newKey().toString('base64url')}\n`);
    fsyncSync(file);
  } catch (error) {
    rmSync(keyFile, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  const folder = openSync(dirname(keyFile), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return readMasterKey(keyFile);
}

/** A key of its own for one purpose, so that no key does two jobs. */
export const derivedKey = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `stria ${purpose}`, KEY_BYTES));

const contextOf = (tenantId: string, what: 'tenant' | 'record' | 'blob', id: string) => `stria/key/1|${tenantId}|${what}|${id}`;

/** What one tenant's data is opened with, for as long as the program runs. */
export interface TenantKeys {
  readonly tenantId: string;
  readonly audit: Buffer;
  newWrapped(what: 'record' | 'blob', id: string): { readonly key: Buffer; readonly wrapped: Buffer };
  unwrap(what: 'record' | 'blob', id: string, wrapped: Uint8Array): Buffer;
}

export function newTenantKey(master: Buffer, tenantId: string): Buffer {
  return seal(derivedKey(master, 'wrap'), contextOf(tenantId, 'tenant', tenantId), newKey());
}

/** Opens a tenant's key; a refusal where the master key is another store's. */
export function openTenant(master: Buffer, tenantId: string, wrapped: Uint8Array): TenantKeys {
  const tenantKey = unwrapTenant(master, tenantId, wrapped);
  return {
    tenantId,
    audit: derivedKey(master, `audit ${tenantId}`),
    newWrapped: (what, id) => {
      const key = newKey();
      return { key, wrapped: seal(tenantKey, contextOf(tenantId, what, id), key) };
    },
    unwrap: (what, id, sealed) => {
      try {
        return unseal(tenantKey, contextOf(tenantId, what, id), sealed);
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        refuse(
          'server.wrapped-key-altered',
          `/${id}`,
          `The key of a ${what === 'blob' ? 'photo' : 'record'} was altered outside of stria, so it does not open.`,
          'Run `stria verify`, and restore a backup.',
        );
      }
    },
  };
}

function unwrapTenant(master: Buffer, tenantId: string, wrapped: Uint8Array): Buffer {
  try {
    return unseal(derivedKey(master, 'wrap'), contextOf(tenantId, 'tenant', tenantId), wrapped);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    refuse(
      'server.key-wrong',
      '',
      'The key file does not belong to this store, so nothing in it can be opened.',
      'Name the key file of this store in STRIA_KEY_FILE.',
    );
  }
}

/** Keyed fingerprint: tells whether two contents are the same, and tells nothing to whoever lacks the key. */
export const fingerprint = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
