import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { probe } from '../../../main/doctor/probe.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import { accessToken, apiBase, isc, oauth, probed, token, withoutUser, words } from './probe-cases.ts';

const noClient = { status: 403 };

describe('a probe', () => {
  it("asks the system's own cheap request with the token in its header", async () => {
    const { result, http } = await probed([{ status: 200, body: [] }, noClient]);
    expect(http.requests[0]).toMatchObject({
      method: 'GET',
      url: `${apiBase}/v3/account-activities?limit=1`,
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(result).toMatchObject({ verdict: 'works', status: 200, address: `${apiBase}/v3/account-activities` });
  });

  it('RFC 6750 section 2.1: sends the token in the Authorization header, and nowhere else', async () => {
    const { http } = await probed([{ status: 200, body: [] }, noClient]);
    expect(http.requests.length).toBeGreaterThan(1);
    for (const { url, headers, body } of http.requests) {
      const { Authorization: authorization, ...others } = headers ?? {};
      expect(authorization).toBe(`Bearer ${accessToken}`);
      expect(JSON.stringify([url, others, body])).not.toContain(accessToken);
    }
  });

  it('reads no more than the head of an answer', async () => {
    const { http } = await probed([{ status: 200 }, noClient]);
    expect(http.requests.map(({ keepBytes }) => keepBytes)).toEqual([65_536, 65_536, 65_536]);
  });

  it('sends an API key in the header that the profile names', async () => {
    const profile = { ...oauth, auth: 'api_key', apiKeyHeader: 'x-key' } as const;
    const { http } = await probed([{}], { profile });
    expect(http.requests[0]?.headers).toEqual({ accept: 'application/json', 'x-key': accessToken });
  });

  it('sends nothing where the profile knows no API, and says what to give', async () => {
    const { result, http } = await probed([], {
      profile: { ...oauth, endpoints: { token: 'https://id.example.com/t' } },
    });
    expect([result.verdict, http.requests.length]).toEqual(['no-api', 0]);
    expect(result.next).toContain('endpoints.api');
  });

  it('that was cancelled is no result', async () => {
    const http = new FakeHttp([new TokentrayError('internal.cancelled')]);
    await expect(probe({ http, profile: isc, token })).rejects.toMatchObject({ code: 'internal.cancelled' });
  });
});

describe('an answer', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'wrong-path'],
    [405, 'wrong-path'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [400, 'unclear'],
    [204, 'works'],
  ] as const)('with status %i is: %s', async (status, verdict) => {
    const { result } = await probed([{ status }, noClient], { token: withoutUser });
    expect(result).toMatchObject({ verdict, status });
  });

  it.each([
    [{ headers: { 'content-type': 'text/html; charset=utf-8' } }],
    [{ body: '\n<!DOCTYPE html><title>Sign in</title>' }],
  ])('that is a web page comes from the wrong host: %j', async (answer) => {
    const { result, http } = await probed([answer]);
    expect([result.verdict, http.requests.length]).toEqual(['wrong-host', 1]);
  });

  it('that forbids with a web page is told as a restriction of networks', async () => {
    const { result } = await probed([{ status: 403, body: '<html>Blocked</html>' }], { token: withoutUser });
    expect(result.verdict).toBe('forbidden');
    expect(result.what).toContain('firewall');
  });

  it('says how long a server wants to be left alone', async () => {
    const { result } = await probed([{ status: 429, headers: { 'retry-after': '30' } }]);
    expect(result.next).toContain('30 seconds');
  });

  it('at the bare base of an API says nothing about the token, and asks for an address', async () => {
    const { result } = await probed([{ status: 404 }], { profile: oauth });
    expect(result).toMatchObject({
      verdict: 'wrong-path',
      next: 'Give an address to ask: tokentray probe acme-api URL.',
    });
  });

  it.each(['unauthorized', 'token with its secret quoted'])(
    'is quoted in its own words, and never with a token: %s',
    async (message) => {
      const body = { messages: [{ locale: 'en-US', text: `${message} ${accessToken}` }] };
      const { result } = await probed([{ status: 401, body }]);
      expect(JSON.stringify(result)).not.toMatch(/CANARY|eyJ/);
    },
  );

  it.each([
    [{ error: 'JWT validation failed', message: 'JWT expired' }, 'JWT expired'],
    [{ detailCode: '403', messages: [{ text: 'Insufficient rights.' }] }, 'Insufficient rights.'],
    [{ errors: [{ message: 'No such network.' }] }, 'No such network.'],
    [{ error: 'invalid_token', error_description: 'The token was revoked.' }, 'The token was revoked.'],
  ])('is told in the words that its API has for it: %j', async (body, said) => {
    const { result } = await probed([{ status: 401, body }], { profile: oauth });
    expect(result.what).toContain(said);
  });

  it('has sentences that end', async () => {
    for (const status of [200, 400, 401, 403, 404, 405, 429, 500]) {
      for (const profile of [isc, oauth]) {
        const { result } = await probed([{ status }, noClient], { profile, token: withoutUser });
        for (const text of [result.what, result.next]) expect(text).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

describe('no answer', () => {
  it.each([
    'network.dns',
    'network.refused',
    'network.tls_untrusted',
    'network.tls_hostname',
    'network.tls_expired',
    'network.proxy_auth_required',
    'network.proxy_refused',
    'network.timeout',
    'network.bad_answer',
  ] as const)('for %s is unreachable, and says for what reason', async (code) => {
    const { result } = await probed([new TokentrayError(code, { data: { host: 'acme.api.identitynow.com' } })]);
    expect(result).toMatchObject({ verdict: 'unreachable', code });
  });

  it('every reason reads differently', async () => {
    const codes = ['network.dns', 'network.tls_untrusted', 'network.proxy_refused', 'network.bad_answer'] as const;
    const results = await Promise.all(codes.map((code) => probed([new TokentrayError(code)])));
    expect(new Set(results.map(({ result }) => result.what)).size).toBe(codes.length);
  });

  it('but a redirect names the place, as of a user interface', async () => {
    const data = { host: 'acme.api.identitynow.com', status: 302, detail: 'https://acme.login.sailpoint.com' };
    const { result } = await probed([new TokentrayError('network.redirected', { data })]);
    expect(result).toMatchObject({ verdict: 'wrong-host', code: 'network.redirected', status: 302 });
    expect(result.what).toContain('https://acme.login.sailpoint.com');
  });

  it('but a redirect to a place that is named after the token does not name it', async () => {
    const data = { host: 'x', detail: `https://${accessToken.toLowerCase()}.example` };
    const { result } = await probed([new TokentrayError('network.redirected', { data })]);
    expect(words(result).toLowerCase()).not.toContain('canary');
  });
});
