/** What is wrong with a JWK that is to sign, as far as its members tell. */
import type { Members } from './answer-members.ts';

/** The types of asymmetric keys (RFC 7518 section 6.1, RFC 8037 section 2). */
export const keyKinds = ['RSA', 'EC', 'OKP'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** What a private key of each kind must have. For RSA also the members that RFC 7518 section 6.3.2 calls optional. */
export const memberNames: Readonly<Record<KeyKind, readonly string[]>> = {
  RSA: ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'],
  EC: ['crv', 'x', 'y', 'd'],
  OKP: ['crv', 'x', 'd'],
};

const names: Readonly<Record<KeyKind, string>> = {
  RSA: 'an RSA key',
  EC: 'an elliptic-curve key (EC)',
  OKP: 'an Edwards-curve key (OKP)',
};

/** RFC 7518 section 3.3. */
const minRsaBits = 2_048;

/** Nobody uses more, and signing with a number of any length would stop the whole program. */
const maxRsaBits = 8_192;

/** One or two sentences that quote nothing of the key but names of the specification; undefined when nothing is wrong. */
export function jwkProblem(jwk: Members, kinds: readonly KeyKind[]): string | undefined {
  const kind = jwk['kty'];
  const needed = kinds.map((each) => names[each]).join(' or ');
  if (kind === undefined) return 'The member kty is missing. A private key as a JWK is one JSON object that has it.';
  if (kind === 'oct') return `This is a symmetric key (oct), no private key. The private part of ${needed} is needed.`;
  if (!isKeyKind(kind)) return `This key is of a kind that is not known. The private part of ${needed} is needed.`;
  if (!kinds.includes(kind)) return `This is ${names[kind]}. The private part of ${needed} is needed.`;
  if (jwk['d'] === undefined) return 'This is a public key. Signing needs the private key, which has the member d too.';
  return wrongUse(jwk) ?? missing(jwk, kind) ?? broken(jwk, kind) ?? wrongSize(jwk, kind);
}

function isKeyKind(kind: unknown): kind is KeyKind {
  return keyKinds.some((each) => each === kind);
}

/** RFC 7517 sections 4.2 and 4.3. */
function wrongUse(jwk: Members): string | undefined {
  const operations = jwk['key_ops'];
  const signs = !Array.isArray(operations) || operations.includes('sign');
  if (signs && jwk['use'] !== 'enc') return undefined;
  return 'This key is not meant for signing (its use or key_ops says so). Give the private key that signs.';
}

function missing(jwk: Members, kind: KeyKind): string | undefined {
  const absent = memberNames[kind].filter((name) => jwk[name] === undefined);
  if (absent.length === 0) return undefined;
  const which = absent.length === 1 ? `member ${absent.join('')}` : `members ${absent.join(', ')}`;
  return `This key lacks the ${which}. Export it again with all members of a private key.`;
}

/** RFC 7518 section 2: base64url without padding. */
function broken(jwk: Members, kind: KeyKind): string | undefined {
  const bad = memberNames[kind].find((name) => !/^[\w-]+$/.test(textOf(jwk[name])));
  if (bad === undefined) return undefined;
  return `The member ${bad} of this key is damaged. Copy the key again, whole and unchanged.`;
}

function wrongSize(jwk: Members, kind: KeyKind): string | undefined {
  const bits = memberNames[kind].map((name) => bitsOf(textOf(jwk[name])));
  if (Math.max(...bits) > maxRsaBits) return `This key has numbers of more than ${maxRsaBits} bits.`;
  const modulusBits = bitsOf(textOf(jwk['n']));
  if (kind !== 'RSA' || modulusBits >= minRsaBits) return undefined;
  return `This RSA key has ${modulusBits} bits. At least ${minRsaBits} are needed.`;
}

/** Of the number that a base64url text stands for, without leading zeros. */
function bitsOf(text: string): number {
  const bytes = Buffer.from(text, 'base64url');
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (bytes.length - first - 1) * 8 + (bytes[first] ?? 0).toString(2).length;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
