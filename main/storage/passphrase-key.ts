/** A wrapping key from a passphrase: scrypt (RFC 7914) with parameters that are stored beside the wrapped key. */
import { randomBytes, scrypt } from 'node:crypto';
import { TokentrayError } from '../errors.ts';
import { keyBytes } from './aead.ts';

interface ScryptParameters {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
}

const saltBytes = 16;
/** What a row may ask of this machine: four times the memory of a new vault, and no more work than that. */
const maxMemoryBytes = 2 ** 29;
const maxParallel = 4;

/** Cost N of a new vault: 128 MiB and about 0.2 s. */
export const defaultScryptCost = 2 ** 17;

/** Parameters with a fresh salt, as JSON for `VaultRow.kdf`. */
export function newKdf(cost: number): string {
  return JSON.stringify({ name: 'scrypt', n: cost, r: 8, p: 1, salt: randomBytes(saltBytes).toString('base64') });
}

/**
 * The same passphrase typed on another keyboard or system gives the same key: it is normalised to NFKC.
 * Rejects with `storage.vault_damaged` when the parameters cannot be ours, before any work is done.
 */
export async function derivePassphraseKey(passphrase: string, kdf: string | null): Promise<Buffer> {
  const { n, r, p, salt } = readKdf(kdf);
  // OpenSSL counts two blocks more than RFC 7914 names, and the p blocks of the first round.
  const maxmem = 128 * r * (n + 2 + p);
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, { N: n, r, p, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(new TokentrayError('internal.unexpected', { cause: error })),
    );
  });
}

function readKdf(kdf: string | null): ScryptParameters {
  const { name, n, r, p, salt } = parseObject(kdf);
  const known = name === 'scrypt' && isCount(n) && isCount(r) && isCount(p) && typeof salt === 'string';
  if (!known || !isReasonable(n, r, p)) throw damaged();
  const bytes = Buffer.from(salt, 'base64');
  if (bytes.length !== saltBytes) throw damaged();
  return { n, r, p, salt: bytes };
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, like any other value that is no object.
  }
  throw damaged();
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isReasonable(n: number, r: number, p: number): boolean {
  const isPowerOfTwo = n > 1 && Number.isInteger(Math.log2(n));
  return isPowerOfTwo && 128 * n * r <= maxMemoryBytes && p <= maxParallel;
}

function damaged(): TokentrayError {
  return new TokentrayError('storage.vault_damaged', {
    data: { detail: 'the stored parameters of the passphrase cannot be right' },
  });
}
