/** The shape of the JSON in which a person gives secrets; nothing here ever quotes a value. */
import { Buffer } from 'node:buffer';
import * as v from 'valibot';
import { isHeaderValue } from './line-rules.ts';
import type { Secrets } from './profile.ts';
import { privateKeyProblem } from './private-key-shape.ts';
import { fields } from './value-schemas.ts';

const mostBytes = 64 * 1024;
const tooLong = 'Must not be larger than 64 KiB.';

const secretText = v.pipe(
  v.string('Must be a text in double quotes.'),
  v.nonEmpty('Must not be empty; leave the field out when there is no such secret.'),
  v.check((text) => text.trim() !== '', 'Must not be made of blanks alone.'),
  v.check((text) => Buffer.byteLength(text) <= mostBytes, tooLong),
  v.check((text) => !text.includes('\0'), 'Must not hold the character NUL.'),
  // It comes from a file or a clipboard, never from the server, which would refuse the secret without saying why.
  v.check((text) => !/[\r\n]$/.test(text), 'Must not end in a line break: leave the \\n at its end out.'),
  // UTF-8 has no lone surrogates: they would be sent as another secret.
  v.check((text) => text.isWellFormed(), 'Must be Unicode text without broken characters.'),
);

const headerSecret = v.pipe(
  secretText,
  v.check(isHeaderValue, 'Must be one line of printable ASCII characters: it travels in a header.'),
);

const privateKeyJwk = v.pipe(
  v.custom<Readonly<Record<string, unknown>>>(
    (input) => privateKeyProblem(input) === undefined,
    (issue) => privateKeyProblem(issue.input) ?? '',
  ),
  v.check((jwk) => Buffer.byteLength(JSON.stringify(jwk)) <= mostBytes, tooLong),
  v.transform((jwk) => structuredClone(jwk)),
);

const secretEntries = {
  clientSecret: v.exactOptional(secretText),
  privateKeyJwk: v.exactOptional(privateKeyJwk),
  apiKey: v.exactOptional(headerSecret),
  apiSecret: v.exactOptional(headerSecret),
  refreshToken: v.exactOptional(secretText),
} satisfies Readonly<Record<keyof Secrets, v.GenericSchema>>;

export const secretsSchema = fields(secretEntries, 'an object in braces such as {"clientSecret":"…"}');

/** Of the secrets that are more than a text. */
export const secretExamples: ReadonlyMap<string, string> = new Map([
  ['', '{"clientSecret":"…"}'],
  ['privateKeyJwk', '{"kty":"RSA","n":"…","e":"AQAB","d":"…","p":"…","q":"…","dp":"…","dq":"…","qi":"…"}'],
]);
