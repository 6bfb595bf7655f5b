import { expect, it } from 'vitest';
import { decodeClaims } from '../../../main/tokens/claims.ts';

const decoded = (payload: string) => decodeClaims(`e30.${Buffer.from(payload).toString('base64url')}.x`);

it('a whole number beyond 2^53 keeps every digit', () => {
  expect(JSON.stringify(decoded('{"id":9007199254740993}')?.payload)).toBe('{"id":9007199254740993}');
});

it.each([
  ['1565888319.00000000000000001', 1_565_888_319_000],
  ['15658883190000000000e-10', 1_565_888_319_000],
  ['99999999999999999999', null],
  ['1e400', null],
  ['-1e400', null],
])('an exp of %s is the instant %s', (exp, expiresAtMs) => {
  expect(decoded(`{"exp":${exp}}`)?.expiresAtMs).toBe(expiresAtMs);
});
