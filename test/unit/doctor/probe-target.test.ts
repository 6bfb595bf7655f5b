import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { apiBase, isc, oauth, probed } from './probe-cases.ts';

describe('an address of the own API', () => {
  it.each([
    `${apiBase}/v3/accounts?limit=1`,
    `${apiBase}/beta/oauth-clients/`,
    `${apiBase}/cc/api/org/get`,
    `${apiBase}/v2/workflows`,
    `${apiBase}/v2025/accounts`,
    `${apiBase}/accounts/v1`,
    '/v3/accounts',
  ])('is asked: %s', async (url) => {
    const { result, http } = await probed([{}], { url });
    expect(http.requests[0]?.url).toBe(url.startsWith('/') ? `${apiBase}${url}` : url);
    expect(result.checks.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('is asked alone: its answer is what the person wants to know', async () => {
    const { http } = await probed([{}], { url: '/v3/accounts' });
    expect(http.requests).toHaveLength(1);
  });

  it('is asked without its fragment', async () => {
    const { http } = await probed([{}], { url: '/v3/accounts#here' });
    expect(http.requests[0]?.url).toBe(`${apiBase}/v3/accounts`);
  });

  it.each(['/networks', '/rest/v1/networks', 'https://api.example.com/rest/v1/networks'])(
    'may go on from the base of the API or begin with it: %s',
    async (url) => {
      const { http } = await probed([{}], { profile: oauth, url });
      expect(http.requests[0]?.url).toBe('https://api.example.com/rest/v1/networks');
    },
  );

  it.each(['/accounts', '/api/v3/accounts', '/ui/d/dashboard'])(
    'without a version is asked, and the missing version explains the 404: %s',
    async (url) => {
      const { result } = await probed([{ status: 404 }], { url });
      expect(result).toMatchObject({
        verdict: 'wrong-path',
        next: expect.stringContaining('/v3, /beta, /v2, /cc/api'),
      });
    },
  );

  it('beside the base of the API is asked, and the check says so', async () => {
    const { result } = await probed([{}], { profile: oauth, url: 'https://api.example.com/other' });
    expect(result.checks).toContainEqual(expect.objectContaining({ name: 'path', ok: false }));
  });
});

describe('an address that was pasted or typed', () => {
  it('may have blanks around it', async () => {
    const { http } = await probed([{}], { url: ` ${apiBase}/v3/accounts\n` });
    expect(http.requests[0]?.url).toBe(`${apiBase}/v3/accounts`);
  });

  it('that is a path without its slash is told so', async () => {
    const { result, http } = await probed([], { url: 'v3/accounts' });
    expect(result).toMatchObject({ verdict: 'refused-url', next: expect.stringContaining('begins with a slash') });
    expect(http.requests).toEqual([]);
  });
});

describe('an address elsewhere', () => {
  it.each([
    ['another host', 'https://evil.example/v3/accounts'],
    ['the user interface', 'https://acme.identitynow.com/v3/accounts'],
    ['the sign-in host', 'https://acme.login.sailpoint.com/v3/accounts'],
    ['another tenant', 'https://other.api.identitynow.com/v3/accounts'],
    ['another port', `${apiBase}:8443/v3/accounts`],
    ['this machine', 'http://127.0.0.1:8080/v3/accounts'],
    ['the same host without TLS', 'http://acme.api.identitynow.com/v3/accounts'],
    ['a host that begins like it', 'https://acme.api.identitynow.com.evil.example/v3/accounts'],
    ['the host as a user name', 'https://acme.api.identitynow.com@evil.example/v3/accounts'],
    ['a host after two slashes', '//evil.example/v3/accounts'],
    ['a host after a backslash', '\\\\evil.example/v3/accounts'],
    ['no address', 'accounts'],
    ['another scheme', 'file:///etc/passwd'],
    ['nothing', ''],
  ])('gets no token: %s', async (_case, url) => {
    const { result, http } = await probed([], { url });
    expect([result.verdict, http.requests.length]).toEqual(['refused-url', 0]);
    expect(result.what).toMatch(/Nothing was sent\.$/);
    expect(result.next).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['https://acme.identitynow.com/v3/x', 'user interface'],
    ['https://acme.login.sailpoint.com/v3/x', 'where people sign in'],
    ['https://other.api.identitynow.com/v3/x', 'another tenant'],
  ])('of ISC is explained as the vendor does: %s', async (url, part) => {
    const { result } = await probed([], { url });
    expect(result.what).toContain(part);
  });

  it('repeats nothing of what stands before the host', async () => {
    const { result } = await probed([], { url: 'https://user:CANARY@acme.api.identitynow.com/v3' });
    expect(JSON.stringify(result)).not.toContain('CANARY');
  });
});

it('whatever is typed, a request goes to the own API or nowhere', async () => {
  const marks = 'https:// http:// // / \\ @ : 443 8443 # ? .. %2e%2e %00 . \u3002 [::1]'.split(' ');
  const names = 'acme.api.identitynow.com ACME.API.IDENTITYNOW.COM evil.example user v3 accounts'.split(' ');
  const part = fc.constantFrom(...marks, ...names, ' ', '\t');
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const { result, http } = await probed([{}], { url: parts.join('') });
      expect(http.requests.every(({ url }) => new URL(url).origin === apiBase)).toBe(true);
      expect(http.requests.length === 0).toBe(result.verdict === 'refused-url');
    }),
    { numRuns: 500 },
  );
});

it('a tenant on this machine is asked there alone', async () => {
  const profile: Profile = {
    ...isc,
    endpoints: { token: 'http://127.0.0.1:9001/oauth/token', api: 'http://127.0.0.1:9001' },
  };
  const own = await probed([{}], { profile, url: 'http://127.0.0.1:9001/v3/accounts' });
  const other = await probed([], { profile, url: 'http://127.0.0.1:9002/v3/accounts' });
  expect([own.result.verdict, other.result.verdict]).toEqual(['works', 'refused-url']);
});
