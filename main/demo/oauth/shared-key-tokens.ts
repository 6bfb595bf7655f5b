/** JWTs signed with a key that the tenant alone has (HS256) and that dies with it. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock.ts';

export interface SharedKeyTokens<Claims> {
  sign(claims: Claims): string;
  /** The claims of a token that was signed here and still lives, else why it is refused. */
  check(token: string): Claims | 'expired' | 'invalid';
}

const header = encode({ alg: 'HS256', typ: 'JWT' });

export function createSharedKeyTokens<Claims extends { readonly exp: number }>(clock: Clock): SharedKeyTokens<Claims> {
  const key = randomBytes(32);
  const sign = (signed: string) => createHmac('sha256', key).update(signed).digest();
  return {
    sign(claims) {
      const signed = `${header}.${encode(claims)}`;
      return `${signed}.${sign(signed).toString('base64url')}`;
    },
    check(token) {
      const [first = '', payload = '', signature = '', ...rest] = token.split('.');
      const expected = sign(`${first}.${payload}`);
      const given = Buffer.from(signature, 'base64url');
      const genuine = given.length === expected.length && timingSafeEqual(given, expected);
      if (!genuine || rest.length > 0) return 'invalid';
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
      return claims.exp * 1_000 > clock.now() ? claims : 'expired';
    },
  };
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
