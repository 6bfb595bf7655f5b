/** Finds the one key in what a person pasted or dropped: a JWK, its JSON text, or a set with one key. */
import type { Members } from './answer-members.ts';

const wanted = 'A private key as a JWK is needed: one JSON object with the member kty.';

const encrypted = { problem: 'This key is encrypted (JWE). Decrypt it, and give the private key that is inside.' };

/** `problem` is one or two sentences that quote nothing of what was given. */
export function findJwk(given: unknown): { readonly jwk: Members } | { readonly problem: string } {
  if (typeof given === 'string') return findInText(given.trim());
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { problem: `This is no key. ${wanted}` };
  const members = given as Members;
  if ('ciphertext' in members) return encrypted;
  if (Array.isArray(members['keys']) && !('kty' in members)) return findInSet(members['keys']);
  return { jwk: members };
}

function findInText(text: string): ReturnType<typeof findJwk> {
  if (text === '') return { problem: `There is no key. ${wanted}` };
  if (text.includes('-----BEGIN')) return { problem: `This is a PEM file. ${wanted}` };
  const dots = /^[\w-]+(\.[\w-]*)+$/.test(text) ? text.split('.').length - 1 : 0;
  if (dots === 4) return encrypted;
  if (dots === 2) return { problem: `This is a signed token (JWT), not a key. ${wanted}` };
  const value = parseJson(text);
  if (value === undefined) return { problem: `This is not JSON, or only a part of it. ${wanted}` };
  return typeof value === 'string' ? { problem: `This is no key. ${wanted}` } : findJwk(value);
}

function findInSet(keys: readonly unknown[]): ReturnType<typeof findJwk> {
  const [only] = keys;
  if (keys.length === 0) return { problem: 'This set of keys (JWKS) is empty. Give the private key itself.' };
  if (keys.length > 1)
    return { problem: 'This is a set of several keys (JWKS). Give the one private key to sign with.' };
  return typeof only === 'string' ? { problem: `This is no key. ${wanted}` } : findJwk(only);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
