/** Seals the records of profiles so that each opens only where it belongs. */
import { TokentrayError } from '../errors.ts';
import { decrypt, encrypt } from './aead.ts';
import type { Key } from './aead.ts';

/** What a sealed record is bound to; a record does not open in any other context. */
export interface SealContext {
  readonly profileId: string;
  readonly kind: 'secrets' | 'token' | 'session';
  /** Of the record's plain format. */
  readonly version: number;
  /** The only origin (scheme, host, port) that the content may be sent to, or that issued it. */
  readonly origin: string;
}

export function sealRecord(dataKey: Key, plain: Uint8Array | string, context: SealContext): Buffer {
  return encrypt(dataKey, plain, binding(context));
}

/** Throws `storage.record_damaged` for a record that was altered, cut, moved, or sealed under another key. */
export function openRecord(dataKey: Key, sealed: Uint8Array, context: SealContext): Buffer {
  const plain = decrypt(dataKey, sealed, binding(context));
  if (plain === undefined) throw new TokentrayError('storage.record_damaged');
  return plain;
}

/** A JSON array: no two contexts give the same text. */
function binding(context: SealContext): string {
  return JSON.stringify(['record', context.profileId, context.kind, context.version, context.origin]);
}
