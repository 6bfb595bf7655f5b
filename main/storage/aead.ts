/** Authenticated encryption as this application uses it: AES-256-GCM with a random nonce for each message. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes;

/** Length of every key, bytes. */
export const keyBytes = 32;

/** As a `KeyObject` it is not looked at anew for each message. */
export type Key = Uint8Array | KeyObject;

/**
 * Gives `version (1 byte) | nonce (12) | ciphertext | tag (16)`. `additionalData` is authenticated and not contained:
 * who decrypts must know it. Random nonces allow 2^32 messages for one key (NIST SP 800-38D section 8.3).
 */
export function encrypt(key: Key, plain: Uint8Array | string, additionalData: string): Buffer {
  const head = Buffer.concat([Buffer.of(formatVersion), randomBytes(nonceBytes)]);
  const cipher = createCipheriv(algorithm, key, head.subarray(1), { authTagLength: tagBytes });
  cipher.setAAD(authenticated(additionalData));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([head, body, cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when key or additional data are not those of `encrypt`, or when a bit of `sealed` changed. */
export function decrypt(key: Key, sealed: Uint8Array, additionalData: string): Buffer | undefined {
  const tagAt = sealed.length - tagBytes;
  if (tagAt < headBytes || sealed[0] !== formatVersion) return undefined;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, headBytes), { authTagLength: tagBytes });
  decipher.setAAD(authenticated(additionalData));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const plain = decipher.update(sealed.subarray(headBytes, tagAt));
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return undefined;
  }
}

function authenticated(additionalData: string): Buffer {
  return Buffer.from(`${formatVersion} ${additionalData}`, 'utf8');
}
