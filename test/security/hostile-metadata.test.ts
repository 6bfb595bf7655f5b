/** Threat: what a server says of itself leads secrets, codes or people elsewhere, or spoils the profile that it is stored in. */
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../main/profiles/profile.ts';
import { discoverIsc } from '../../main/sign-in/isc-info.ts';
import { completeProfile } from '../../main/tokens/complete-profile.ts';
import { FakeHttp } from '../fixtures/fake-http.ts';

const issuer = 'https://id.example.com';
const profile: Profile = { name: 'acme', system: 'oauth', auth: 'client_credentials', clientId: 'client-1', issuer };
const good = { issuer, token_endpoint: `${issuer}/token` };

const completed = (body: object | string, of: Profile = profile) => completeProfile(new FakeHttp([{ body }]), of);

describe('an endpoint that the metadata name', () => {
  it.each([
    ['a program', 'javascript:alert(1)'],
    ['no encryption', 'http://id.example.com/token'],
    ['this machine without encryption, although the server is elsewhere', 'http://127.0.0.1:8080/token'],
    ['a name before its host', 'https://id.example.com@evil.example/token'],
    ['a host that programs read differently', 'https://evil.example\\@id.example.com/token'],
    ['characters that turn text around', 'https://evil.example/\u202Ekot'],
    ['control characters', 'https://evil.example/\u0000token'],
    ['an address of several lines', 'https://evil.example/\ntoken'],
    ['more than a profile holds', `https://evil.example/${'x'.repeat(2_048)}`],
  ])('is refused with its field, and not quoted: %s', async (_, endpoint) => {
    const refusal = completed({ ...good, token_endpoint: endpoint });
    await expect(refusal).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'endpoints.token' }] },
    });
    await expect(refusal).rejects.not.toHaveProperty('data.issues.0.message', expect.stringContaining('evil'));
  });

  it('may be without encryption on this machine where the server is here itself', async () => {
    const here = 'http://127.0.0.1:9000';
    const body = { issuer: here, token_endpoint: `${here}/token` };
    expect((await completed(body, { ...profile, issuer: here })).profile.endpoints).toEqual({ token: `${here}/token` });
  });

  it.each([
    ['token', { token_endpoint: 'https://evil.example/token' }],
    ['authorize', { authorization_endpoint: 'https://evil.example/authorize' }],
    ['revoke', { revocation_endpoint: 'https://evil.example/revoke' }],
  ])('takes the place of no %s that the profile gives', async (name, named) => {
    const endpoints = { token: `${issuer}/own`, authorize: `${issuer}/own`, revoke: `${issuer}/own` };
    const own = { ...profile, auth: 'device_code', endpoints } as const;
    const device = { device_authorization_endpoint: `${issuer}/device` };
    const { profile: result } = await completed({ ...good, ...device, ...named }, own);
    expect(result.endpoints).toHaveProperty(name, `${issuer}/own`);
  });
});

describe('an issuer that is nearly the right one', () => {
  it.each([
    `${issuer}/`,
    `${issuer}:443`,
    'https://ID.example.com',
    'https://id.example.com.',
    'http://id.example.com',
    'https://id.еxample.com',
    ` ${issuer}`,
    `${issuer}?`,
    [issuer],
    null,
  ])('RFC 8414 section 3.3: is another one: %j', async (actual) => {
    await expect(completed({ ...good, issuer: actual })).rejects.toMatchObject({ code: 'config.issuer_mismatch' });
  });
});

describe('a document made for a careless reader', () => {
  it('sets nothing by way of a prototype', async () => {
    const body = `{"__proto__":{"issuer":"${issuer}","token_endpoint":"https://evil.example/token"}}`;
    await expect(completed(body)).rejects.toMatchObject({ code: 'config.issuer_mismatch' });
    expect({}).not.toHaveProperty('token_endpoint');
  });

  it('of a hundred thousand levels is read or refused, and stops nothing', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = `{"issuer":"${issuer}","token_endpoint":"${issuer}/token","x":${deep}}`;
    expect((await completed(body)).profile.endpoints).toEqual({ token: `${issuer}/token` });
  });

  it('of an ISC tenant that is elsewhere names no page of this machine', async () => {
    const body = {
      authorizeEndpoint: 'http://localhost:8080/authorize',
      tokenEndpoint: 'https://acme.api.identitynow.com/oauth/token',
    };
    const place = { apiOrigin: 'https://acme.api.identitynow.com' };
    await expect(discoverIsc(new FakeHttp([{ body }]), place)).rejects.toMatchObject({
      data: { issues: [{ path: 'endpoints.authorize' }] },
    });
  });
});
