import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenAnswer } from '../../../main/grants/token-answer.ts';
import { decodeClaims } from '../../../main/tokens/claims.ts';
import { expiresAtMs, hasExpiredOnArrival, isUnchanged, toTokenRecord } from '../../../main/tokens/expiry.ts';

const sentAtMs = 1_800_000_000_000;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (payload: unknown) => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}.c2ln`;
const answer = (over: Partial<TokenAnswer> = {}): TokenAnswer => ({
  accessToken: 'opaque',
  tokenType: 'Bearer',
  sentAtMs,
  sentAtMonotonicMs: 0,
  ...over,
});

describe('expiry', () => {
  it('counts expires_in from when the request was sent', () => {
    expect(expiresAtMs(answer({ expiresInSeconds: 749 }))).toBe(sentAtMs + 749_000);
  });

  it('takes the exp claim where expires_in is missing', () => {
    expect(expiresAtMs(answer({ accessToken: jwt({ exp: sentAtMs / 1_000 + 600 }) }))).toBe(sentAtMs + 600_000);
  });

  it('moves the exp claim by the offset of a clock that is an hour slow', () => {
    const accessToken = jwt({ exp: sentAtMs / 1_000 + 4_200 });
    expect(expiresAtMs(answer({ accessToken, clockOffsetMs: 3_600_000 }))).toBe(sentAtMs + 600_000);
  });

  it('takes no whole-second noise of the Date header for an offset', () => {
    const accessToken = jwt({ exp: sentAtMs / 1_000 + 600 });
    expect(expiresAtMs(answer({ accessToken, clockOffsetMs: -900 }))).toBe(sentAtMs + 600_000);
  });

  const past = jwt({ exp: sentAtMs / 1_000 - 3_600 });
  const future = jwt({ exp: sentAtMs / 1_000 + 600 });

  it('is unknown when the exp claim has passed and no Date header vouches for the local clock', () => {
    expect(expiresAtMs(answer({ accessToken: past }))).toBeNull();
  });

  it.each([
    ['an exp claim that has passed on a clock known to be right', { accessToken: past, clockOffsetMs: 0 }],
    ['an exp claim that has passed on the server', { accessToken: future, clockOffsetMs: 7_200_000 }],
    ['expires_in of zero', { expiresInSeconds: 0 }],
    ['a negative expires_in', { expiresInSeconds: -5 }],
    ['expires_in of zero and an exp claim that has passed', { expiresInSeconds: 0, accessToken: past }],
  ])('is the instant of sending, so that the token counts as expired on arrival, with %s', (_case, over) => {
    expect(expiresAtMs(answer(over))).toBe(sentAtMs);
    expect(hasExpiredOnArrival(toTokenRecord(answer(over)))).toBe(true);
  });

  it('follows an exp claim that contradicts an expires_in of zero', () => {
    expect(expiresAtMs(answer({ expiresInSeconds: 0, accessToken: future }))).toBe(sentAtMs + 600_000);
  });

  it('is not on arrival for a token that lives, or of which nobody knows', () => {
    expect(hasExpiredOnArrival(toTokenRecord(answer({ expiresInSeconds: 1 })))).toBe(false);
    expect(hasExpiredOnArrival(toTokenRecord(answer()))).toBe(false);
  });

  it('never lies before the token was sent for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.integer(), { nil: undefined }), (exp, clockOffsetMs) => {
        const accessToken = jwt({ exp });
        const ms = expiresAtMs(answer({ accessToken, ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }) }));
        expect(ms === null || ms >= sentAtMs).toBe(true);
      }),
    );
  });

  it('is unknown without both', () => {
    expect(expiresAtMs(answer())).toBeNull();
    expect(expiresAtMs(answer({ accessToken: jwt({ sub: 'x' }) }))).toBeNull();
  });

  it('stays within what a date can hold, whatever the server claims', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (expiresInSeconds) => {
        const ms = expiresAtMs(answer({ expiresInSeconds }));
        expect(ms === null || !Number.isNaN(new Date(ms).getTime())).toBe(true);
      }),
    );
  });
});

describe('an answer that brings nothing new', () => {
  const record = toTokenRecord(answer({ accessToken: 'a', expiresInSeconds: 100 }));

  it('is the same token with a shrinking life', () => {
    expect(isUnchanged(record, toTokenRecord(answer({ accessToken: 'a', expiresInSeconds: 40 })))).toBe(true);
  });

  it('is another token that ends no later', () => {
    expect(isUnchanged(record, toTokenRecord(answer({ accessToken: 'b', expiresInSeconds: 100 })))).toBe(true);
  });

  it('is not the first token, and not one that lives longer', () => {
    expect(isUnchanged(undefined, record)).toBe(false);
    expect(isUnchanged(record, toTokenRecord(answer({ accessToken: 'b', expiresInSeconds: 101 })))).toBe(false);
  });
});

describe('claims', () => {
  it('are read from a JWT', () => {
    const claims = decodeClaims(jwt({ exp: 1_565_888_319, org: 'acme', scope: ['read'] }));
    expect(claims?.header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(claims?.payload).toMatchObject({ org: 'acme', scope: ['read'] });
    expect(claims?.expiresAtMs).toBe(1_565_888_319_000);
  });

  it('survive invalid UTF-8 in the payload', () => {
    const payload = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('","exp":1565888319}'),
    ]);
    expect(decodeClaims(`${part({})}.${payload.toString('base64url')}.x`)?.expiresAtMs).toBe(1_565_888_319_000);
  });

  it.each(['', 'opaque', 'a.b', 'a.b.c', 'a.b.c.d.e', '..', `${part([])}.${part({})}.x`, `${part({})}.${part('x')}.x`])(
    'are none in %j',
    (token) => {
      expect(decodeClaims(token)).toBeUndefined();
    },
  );

  it.each([null, '1565888319', 1e300, -1, Number.NaN])('tell no expiry from an exp of %j', (exp) => {
    expect(decodeClaims(jwt({ exp }))?.expiresAtMs).toBeNull();
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeClaims(text)));
    fc.assert(fc.property(fc.base64String(), fc.base64String(), (a, b) => void decodeClaims(`${a}.${b}.x`)));
  });
});
