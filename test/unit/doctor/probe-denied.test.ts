import { describe, expect, it } from 'vitest';
import { isc, oauth, probed, token, withoutUser } from './probe-cases.ts';

describe('401', () => {
  it('of a token that has run out says so, and how to get another', async () => {
    const { result } = await probed([{ status: 401 }], { token: { ...token, expiresAtMs: 0 } });
    expect(result.what).toContain('had run out');
    expect(result.next).toContain('tokentray token acme-prod --force');
  });

  it('of a token that should live says what else it can be, and whose it is', async () => {
    const { result } = await probed([{ status: 401 }]);
    expect(result.what).toMatch(/revoked.*another tenant.*organisation acme\./);
  });

  it('of an API key is about key and header', async () => {
    const profile = { ...oauth, auth: 'api_key', apiKeyHeader: 'x-key' } as const;
    const { result } = await probed([{ status: 401 }], { profile });
    expect(result.next).toContain('apiKeyHeader');
  });

  it('of a linked profile asks whether it uses the right tenant', async () => {
    const { result } = await probed([{ status: 401 }], { profile: { ...oauth, auth: 'linked', uses: 'acme-isc' } });
    expect(result.next).toContain('"uses"');
  });

  it('tells the OAuth error of the challenge (RFC 6750 section 3.1)', async () => {
    const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
    const { result } = await probed([{ status: 401, headers }], { profile: oauth });
    expect(result.what).toContain('invalid_token');
  });
});

describe('403', () => {
  it('of ISC, for client credentials without a user: the call wants one', async () => {
    const { result } = await probed([{ status: 403 }], { token: withoutUser });
    expect(result.what).toContain('no user behind it');
    expect(result.next).toContain('personal access token');
  });

  it('of ISC, for a user: missing access, with the scopes of the token', async () => {
    const { result } = await probed([{ status: 403 }], { token: { ...token, scope: 'idn:accounts:read' } });
    expect(result.what).toContain('jane.admin has no access');
    expect(result.next).toContain('idn:accounts:read');
  });

  it('of ISC, for a token that does not tell: blames nobody', async () => {
    const { identity: _identity, ...opaque } = token;
    const { result } = await probed([{ status: 403 }], { token: opaque });
    expect(result.what).toContain('its user has no access');
  });

  it('names the scope that the API wants (RFC 6750 section 3.1)', async () => {
    const headers = { 'www-authenticate': 'Bearer error="insufficient_scope", scope="orders:read orders:write"' };
    const { result } = await probed([{ status: 403, headers }], { profile: oauth });
    expect(result.what).toContain('orders:read orders:write');
  });

  it('repeats no scope that is none', async () => {
    const headers = { 'www-authenticate': 'Bearer scope="a  CANARY"' };
    const { result } = await probed([{ status: 403, headers }], { profile: oauth });
    expect(result.what).not.toContain('CANARY');
  });
});

it('a refusal says the same for a profile with an address of its own', async () => {
  const profile = { ...isc, endpoints: { api: 'https://gateway.example.com' } };
  const { result } = await probed([{ status: 401 }], { profile });
  expect(result.what).toContain('gateway.example.com');
});

it.each([
  ['the OAuth error', { 'www-authenticate': 'Bearer error="canary_token_in_small_letters"' }],
  ['the wanted scope', { 'www-authenticate': 'Bearer scope="canary_token_in_small_letters"' }],
])('a token in %s of the challenge is not told', async (_case, headers) => {
  const secret = { ...token, accessToken: 'canary_token_in_small_letters' };
  const { result } = await probed([{ status: 403, headers }], { profile: oauth, token: secret });
  expect(JSON.stringify(result)).not.toContain('canary');
});
