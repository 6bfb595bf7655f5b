import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { apiBase, isc, probed, withoutUser } from './probe-cases.ts';

const { clientId = '' } = isc;
const works = { status: 200, body: [] };
const redirectUri = 'http://localhost:8080/myApp/code';
const signIn: Profile = { ...isc, auth: 'authorization_code', redirectUri };

const client = { id: clientId, enabled: true, grantTypes: ['CLIENT_CREDENTIALS'], redirectUris: [] };
const webClient = { ...client, grantTypes: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'], redirectUris: [redirectUri] };

function urls({ requests }: { readonly requests: readonly { readonly url: string }[] }): readonly string[] {
  return requests.map(({ url }) => url.slice(apiBase.length));
}

describe('the client of a token with a user', () => {
  it('is looked for among the personal access tokens of that user, and its end is told', async () => {
    const tokens = [{ id: 'another' }, { id: clientId, expirationDate: '2027-05-01T10:11:12.123Z' }];
    const { result, http } = await probed([works, { body: tokens }]);
    expect(urls(http).slice(1)).toEqual(['/v3/personal-access-tokens?owner-id=me']);
    expect(result).toMatchObject({ verdict: 'works', credentialExpires: '2027-05-01', checks: [{ ok: true }] });
  });

  it.each([null, undefined, 'soon', 12, '2027-13-01T00:00:00Z'])('may have no end: %j', async (expirationDate) => {
    const { result } = await probed([works, { body: [{ id: clientId, expirationDate }] }]);
    expect(result).not.toHaveProperty('credentialExpires');
    expect(result.checks).toMatchObject([{ ok: true }]);
  });

  it.each([
    ['it is none of them', { body: [{ id: 'another' }] }],
    ['they may not be read', { status: 403 }],
    ['the answer is nonsense', { body: '<html>' }],
    ['the answer is another JSON', { body: { id: clientId } }],
  ])('is looked for among the API clients where %s', async (_case, answer) => {
    const { http } = await probed([works, answer, { body: client }]);
    expect(urls(http)[2]).toBe(`/beta/oauth-clients/${clientId}`);
  });
});

describe("the vendor's steps to verify an OAuth client", () => {
  it('begin with the clients where there is no user, who could have tokens', async () => {
    const { http } = await probed([works, { body: client }], { token: withoutUser });
    expect(urls(http).slice(1)).toEqual([`/beta/oauth-clients/${clientId}`]);
  });

  it('all hold for a client that is set up rightly', async () => {
    const { result } = await probed([works, { body: webClient }], { profile: signIn });
    expect(result.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['client', true],
      ['enabled', true],
      ['grant types', true],
      ['session', true],
      ['redirect URI', true],
    ]);
  });

  it.each([
    ['a client that is disabled', { enabled: false }, 'enabled'],
    ['a client without the grant type', { grantTypes: ['CLIENT_CREDENTIALS'] }, 'grant types'],
    ['another port in the redirect URI', { redirectUris: ['http://localhost:8081/myApp/code'] }, 'redirect URI'],
    ['a slash more in the redirect URI', { redirectUris: [`${redirectUri}/`] }, 'redirect URI'],
    ['lists that are none', { grantTypes: 'AUTHORIZATION_CODE', redirectUris: redirectUri }, 'grant types'],
  ])('find %s', async (_case, over, name) => {
    const { result } = await probed([works, { body: { ...webClient, ...over } }], { profile: signIn });
    expect(result.checks).toContainEqual(expect.objectContaining({ name, ok: false }));
    expect(result.verdict).toBe('works');
  });

  it('tell a client without refresh tokens as a fact and no fault', async () => {
    const body = { ...webClient, grantTypes: ['AUTHORIZATION_CODE'] };
    const { result } = await probed([works, { body }], { profile: signIn });
    expect(result.checks).toContainEqual(expect.objectContaining({ name: 'session', ok: null }));
  });

  it('that an administrator alone may take are no failure', async () => {
    const { result } = await probed([works, { status: 403 }], { token: withoutUser });
    expect(result.checks).toEqual([
      { name: 'client', ok: null, words: expect.stringContaining('needs an administrator') },
    ]);
  });

  it.each([
    [isc, null],
    [signIn, false],
  ])('find no such client: personal access tokens are none, clients of sign-ins are', async (profile, ok) => {
    const { result } = await probed([works, { status: 404 }], { profile });
    expect(result.checks).toMatchObject([{ name: 'client', ok }]);
  });

  it('hint at a legacy client where an unknown id has no dashes', async () => {
    const profile = { ...signIn, clientId: 'G6xLlBBOKIcOAQuK' };
    const { result } = await probed([works, { status: 404 }], { profile });
    expect(result.checks[0]?.words).toContain('legacy');
  });

  it('do not hint at a legacy client for 32 hex digits', async () => {
    const profile = { ...signIn, clientId: 'a'.repeat(32) };
    const { result } = await probed([works, { status: 404 }], { profile });
    expect(result.checks[0]?.words).not.toContain('legacy');
  });

  it('put the id into the path as one segment', async () => {
    const { http } = await probed([works, { status: 404 }], { profile: { ...signIn, clientId: '../me?x' } });
    expect(urls(http)[1]).toBe('/beta/oauth-clients/..%2Fme%3Fx');
  });

  it('leave the result as it is when the network fails meanwhile', async () => {
    const { result } = await probed([works, new TokentrayError('network.reset')]);
    expect(result).toMatchObject({ verdict: 'works', checks: [{ ok: null }] });
  });

  it.each([401, 404, 500])('are not taken with a token that was answered with %i', async (status) => {
    const { http } = await probed([{ status }]);
    expect(http.requests).toHaveLength(1);
  });

  it('are taken with a token that may not do the first call', async () => {
    const { http } = await probed([{ status: 403 }, { body: client }], { token: withoutUser });
    expect(http.requests).toHaveLength(2);
  });
});
