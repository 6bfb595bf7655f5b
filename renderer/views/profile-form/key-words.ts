/** What can be told of a private key without showing any of it. */
import { isObject } from './json-path.ts';

/** Undefined for text that is no key as JSON: it is still being typed. */
export function keyWords(text: string): string | undefined {
  const key = parse(text);
  if (!isObject(key)) return undefined;
  const { kty, n } = key;
  if (kty === 'RSA' && typeof n === 'string') return `RSA key with ${bitsOf(n)} bits`;
  return typeof kty === 'string' && /^[A-Za-z]{2,5}$/.test(kty) ? `Key of type ${kty}` : 'JSON';
}

/** Four characters of base64url hold three bytes (RFC 4648 section 5). */
function bitsOf(base64url: string): number {
  return Math.floor((base64url.replace(/=+$/, '').length * 3) / 4) * 8;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
