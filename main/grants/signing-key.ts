/** What a person gave as a key for signing: the key, or in words what is wrong with it. */
import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { TokentrayError } from '../errors.ts';
import { findJwk } from './jwk-document.ts';
import { jwkProblem, keyKinds, memberNames, type KeyKind } from './jwk-problem.ts';
import { signingAlgorithm, type SigningAlgorithm } from './signing-algorithm.ts';

/** A private key that has been tried. */
export interface SigningKey {
  readonly kind: KeyKind;
  /** What the key itself asks for, else the usual one of its kind. */
  readonly algorithm: SigningAlgorithm;
  /** `kid` (RFC 7517 section 4.5). */
  readonly keyId?: string;
  /** Alone and without foreign members, whatever it was wrapped in: what is to be stored. */
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly privateKey: KeyObject;
}

export interface SigningKeyOptions {
  /** Which kinds will do; default every kind. */
  readonly kinds?: readonly KeyKind[];
}

/**
 * Reads a JWK (RFC 7517), also as its JSON text or alone in a key set. `problem` is one or two sentences that quote
 * nothing of what was given.
 */
export function readSigningJwk(
  given: unknown,
  { kinds = keyKinds }: SigningKeyOptions = {},
): { readonly key: SigningKey } | { readonly problem: string } {
  const found = findJwk(given);
  if ('problem' in found) return found;
  const { jwk } = found;
  const problem = jwkProblem(jwk, kinds);
  if (problem !== undefined) return { problem };
  const algorithm = signingAlgorithm(jwk);
  if ('problem' in algorithm) return algorithm;

  const kind = jwk['kty'] as KeyKind;
  const keyId = jwk['kid'];
  const own = pick(jwk, ['kty', ...memberNames[kind], 'kid', 'alg', 'use']);
  const privateKey = triedKey(own, memberNames[kind]);
  if (privateKey === undefined) {
    return { problem: 'The numbers of this key do not belong together. Copy the key again, whole and unchanged.' };
  }
  return {
    key: {
      kind,
      algorithm: algorithm.algorithm,
      ...(typeof keyId === 'string' && keyId !== '' ? { keyId } : {}),
      jwk: own,
      privateKey,
    },
  };
}

/** The key of `readSigningJwk`; throws `config.secrets_invalid` with the problem. */
export function requireSigningKey(given: unknown, options: SigningKeyOptions = {}): SigningKey {
  const read = readSigningJwk(given, options);
  if ('key' in read) return read.key;
  throw new TokentrayError('config.secrets_invalid', {
    data: { issues: [{ path: 'privateKeyJwk', message: read.problem }] },
  });
}

/** Signs and verifies once: importing alone accepts numbers of two keys. */
function triedKey(jwk: JsonWebKey, members: readonly string[]): KeyObject | undefined {
  const sample = Buffer.from('sample');
  const digest = jwk.kty === 'OKP' ? null : 'sha256';
  const publicMembers = members.filter((name) => ['n', 'e', 'crv', 'x', 'y'].includes(name));
  try {
    const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
    const publicKey = createPublicKey({ key: pick(jwk, ['kty', ...publicMembers]), format: 'jwk' });
    return verify(digest, sample, publicKey, sign(digest, sample, privateKey)) ? privateKey : undefined;
  } catch {
    return undefined;
  }
}

function pick(members: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]));
}
