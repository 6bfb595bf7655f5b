import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { tokenState } from '../../../main/tokens/state.ts';
import { assertAlive, createObtainToken } from '../../../main/tokens/obtain.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';

const profile: Profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' };
const secrets = { values: { clientSecret: 'secret-CANARY' }, origin: 'https://acme.api.identitynow.com' };
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** 15 January 2027, 08:00:00 UTC: the start of FakeClock. */
const date = 'Fri, 15 Jan 2027 08:00:00 GMT';

async function obtained(body: object, headers: Readonly<Record<string, string>> = {}) {
  const clock = new FakeClock();
  const http = new FakeHttp([{ body: { token_type: 'bearer', ...body }, headers, takesMs: 300 }], clock);
  return { clock, issued: await createObtainToken(http, clock)(profile, secrets) };
}

const jwtThatEnds = (offsetSeconds: number) =>
  `${part({ alg: 'none' })}.${part({ exp: new FakeClock().now() / 1_000 + offsetSeconds })}.c2ln`;

describe('an answer', () => {
  it('brings both clocks of the moment at which it was asked for', async () => {
    const start = new FakeClock();
    const { issued } = await obtained({ access_token: 'opaque', expires_in: 749 });
    expect(issued.record.obtainedAtMs).toBe(start.now());
    expect(issued.sentAtMonotonicMs).toBe(start.monotonic());
  });

  it('brings who the token is for, as its claims say', async () => {
    const claims = { user_name: 'jane.admin', org: 'acme', pod: 'se01-useast1' };
    const accessToken = `${part({ alg: 'none' })}.${part(claims)}.c2ln`;
    const { issued } = await obtained({ access_token: accessToken, expires_in: 749 });
    expect(issued.record.identity).toEqual({ user: 'jane.admin', org: 'acme', pod: 'se01-useast1' });
  });

  it('brings nobody where the token is opaque', async () => {
    const { issued } = await obtained({ access_token: 'opaque', expires_in: 749 });
    expect(issued.record).not.toHaveProperty('identity');
  });

  it.each([
    ['expires_in of zero', { access_token: 'opaque', expires_in: 0 }, {}],
    ['a negative expires_in', { access_token: 'opaque', expires_in: -5 }, {}],
    ['expires_in of zero as text', { access_token: 'opaque', expires_in: '0' }, {}],
    ['an exp claim that has passed, and a Date header', { access_token: jwtThatEnds(-3_600) }, { date }],
  ])('with %s is a token that had expired on arrival', async (_case, body, headers) => {
    const { clock, issued } = await obtained(body, headers);
    expect(tokenState(issued.record, clock.now())).toBe('expired');
    expect(() => assertAlive(clock, profile, issued)).toThrow(
      expect.objectContaining({ code: 'network.token_expired' }),
    );
  });

  it('with an exp claim that has passed, and no Date header, is a token of unknown expiry', async () => {
    const { clock, issued } = await obtained({ access_token: jwtThatEnds(-3_600) });
    expect(tokenState(issued.record, clock.now())).toBe('valid-expiry-unknown');
    expect(() => assertAlive(clock, profile, issued)).not.toThrow();
  });
});
