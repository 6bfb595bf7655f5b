/** Finds the one key in what a person pasted or dropped: a JWK, its JSON text, or a set with one key. */
import type { Members } from './answer-members.ts';

const wanted = 'A private key as a JWK is needed: one JSON object with the member kty.';

const noKey = { problem: `This is no key. ${wanted}` };

const severalKeys = { problem: 'This is a set of several keys (JWKS). Give the one private key to sign with.' };

const encrypted = { problem: 'This key is encrypted (JWE). Decrypt it, and give the private key that is inside.' };

/** `problem` is one or two sentences that quote nothing of what was given. */
export function findJwk(given: unknown): { readonly jwk: Members } | { readonly problem: string } {
  if (typeof given === 'string') return findInText(given.trim());
  if (!isObject(given)) return noKey;
  return Array.isArray(given['keys']) && !('kty' in given) ? findInSet(given['keys']) : findInObject(given);
}

function findInObject(members: Members): ReturnType<typeof findJwk> {
  return 'ciphertext' in members ? encrypted : { jwk: members };
}

function findInText(text: string): ReturnType<typeof findJwk> {
  if (text === '') return { problem: `There is no key. ${wanted}` };
  if (/^-----BEGIN/m.test(text)) return { problem: `This is a PEM file. ${wanted}` };
  const dots = /^[\w-]+(\.[\w-]*)+$/.test(text) ? text.split('.').length - 1 : 0;
  if (dots === 4) return encrypted;
  if (dots === 2) return { problem: `This is a signed token (JWT), not a key. ${wanted}` };
  const value = parseJson(text);
  if (value === undefined) return { problem: `This is not JSON, or only a part of it. ${wanted}` };
  return typeof value === 'string' ? noKey : findJwk(value);
}

function findInSet(keys: readonly unknown[]): ReturnType<typeof findJwk> {
  const [only] = keys;
  if (keys.length === 0) return { problem: 'This set of keys (JWKS) is empty. Give the private key itself.' };
  if (keys.length > 1) return severalKeys;
  return isObject(only) ? findInObject(only) : noKey;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
