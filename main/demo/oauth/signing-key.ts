/** JWTs signed with a private key that dies with the tenant (RS256), for others to verify by its public one. */
import { CompactSign, compactVerify, exportJWK, generateKeyPair, type JWK, type JWTPayload } from 'jose';
import type { Clock } from '../../clock.ts';

export interface SigningKey {
  /** RFC 7517 section 5. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** `type` is the header `typ`, such as `JWT` or `at+jwt` (RFC 9068 section 2.1). */
  sign(claims: JWTPayload, type: string): Promise<string>;
  /** The claims of a token of this type that was signed here and still lives, else why it is refused. */
  check(token: string, type: string): Promise<JWTPayload | 'expired' | 'invalid'>;
}

const algorithm = 'RS256';
const keyId = 'demo';

export async function createSigningKey(clock: Clock): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  const jwk = { ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: 'sig' };
  return {
    jwks: { keys: [jwk] },
    sign(claims, type) {
      const payload = new TextEncoder().encode(JSON.stringify(claims));
      const header = { alg: algorithm, typ: type, kid: keyId };
      return new CompactSign(payload).setProtectedHeader(header).sign(privateKey);
    },
    async check(token, type) {
      try {
        const { payload, protectedHeader } = await compactVerify(token, publicKey, { algorithms: [algorithm] });
        const claims = JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
        if (protectedHeader.typ !== type || claims.exp === undefined) return 'invalid';
        return claims.exp * 1_000 > clock.now() ? claims : 'expired';
      } catch {
        return 'invalid';
      }
    },
  };
}
