/** Tells a private key as a JWK (RFC 7517 section 4) from the other shapes in which keys are handed about. */
import { parseJson } from './json-text.ts';
import { isPlainObject } from './plain-object.ts';

const wanted = 'Must be the key itself as an object in braces';

/**
 * What is wrong with the shape of a key, as a sentence that quotes nothing of it; undefined for an object that may be one.
 * Whether it is a private key that can sign is looked at where it is used.
 */
export function privateKeyProblem(input: unknown): string | undefined {
  if (typeof input === 'string') return textProblem(input);
  if (Array.isArray(input)) return `${wanted}, not a list: give the one key without the square brackets.`;
  if (!isPlainObject(input)) return `${wanted}, not a text or a path.`;
  const members = Object.keys(input);
  if (members.length === 0) return 'Must not be empty.';
  const { keys } = input;
  // RFC 7517 section 5
  if (Array.isArray(keys)) {
    return `${wanted}, and this is a set of ${keys.length === 1 ? 'one key' : `${keys.length} keys`}: give the one private key in its "keys" alone.`;
  }
  // RFC 7516 section 7.2
  if (members.includes('ciphertext')) {
    return 'Is encrypted (JWE): decrypt it first, and give the key itself; it is sealed when it is stored.';
  }
  return undefined;
}

function textProblem(text: string): string {
  const json = parseJson(text);
  if ('value' in json && isPlainObject(json.value)) {
    return `${wanted}, not a text that holds it: leave the quotes around it and the backslashes in it out.`;
  }
  if (/^\s*-----BEGIN [A-Z ]*ENCRYPTED/.test(text) || /^\s*-----BEGIN[^]*\nProc-Type: 4,ENCRYPTED/.test(text)) {
    return 'Is an encrypted PEM file: give the private key as a JWK, an object in braces, without encryption; it is sealed when it is stored.';
  }
  if (/^\s*-----BEGIN [A-Z ]*(PUBLIC KEY|CERTIFICATE)/.test(text)) {
    return 'Is a public key or certificate in PEM, and signing needs the private key: give it as a JWK, an object in braces.';
  }
  if (/^\s*-----BEGIN /.test(text)) {
    return 'Is a key in PEM: give the same key as a JWK (RFC 7517), an object in braces such as {"kty":"RSA",…}.';
  }
  return `${wanted}, not a text or a path: the content of the .jwk file.`;
}
