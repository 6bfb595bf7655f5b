/** Which signature algorithm a private key is used with (RFC 7518 section 3.1, RFC 8037 section 3.1). */
import type { Members } from './answer-members.ts';

export type SigningAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA';

/** By kind, and by curve where the kind has curves; the first is taken where the key names none. */
const algorithms: Readonly<Record<string, readonly [SigningAlgorithm, ...SigningAlgorithm[]]>> = {
  RSA: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  'EC P-256': ['ES256'],
  'EC P-384': ['ES384'],
  'EC P-521': ['ES512'],
  'OKP Ed25519': ['EdDSA'],
};

/** What the JWK's `alg` says (RFC 7517 section 4.4), else the usual one. `problem` quotes nothing of the key. */
export function signingAlgorithm(
  jwk: Members,
): { readonly algorithm: SigningAlgorithm } | { readonly problem: string } {
  const kind = jwk['kty'] === 'RSA' ? 'RSA' : `${String(jwk['kty'])} ${String(jwk['crv'])}`;
  const possible = Object.hasOwn(algorithms, kind) ? algorithms[kind] : undefined;
  if (possible === undefined) {
    return { problem: 'This key is on a curve that cannot sign here. P-256, P-384, P-521 and Ed25519 can.' };
  }
  const asked = jwk['alg'];
  if (asked === undefined) return { algorithm: possible[0] };
  // RFC 9864 gives EdDSA on this curve a name of its own.
  const algorithm = possible.find((each) => each === asked || (each === 'EdDSA' && asked === 'Ed25519'));
  if (algorithm !== undefined) return { algorithm };
  return { problem: `The alg of this key is none that it can sign with. Possible: ${possible.join(', ')}.` };
}
