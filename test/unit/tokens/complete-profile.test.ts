import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { completeProfile } from '../../../main/tokens/complete-profile.ts';
import { FakeHttp, onlyRequest } from '../../fixtures/fake-http.ts';

const issuer = 'https://id.example.com';
const metadata = {
  issuer,
  token_endpoint: 'https://token.example.com/token',
  authorization_endpoint: 'https://id.example.com/authorize',
  device_authorization_endpoint: 'https://id.example.com/device',
  revocation_endpoint: 'https://token.example.com/revoke',
};
const oauth: Profile = { name: 'acme-api', system: 'oauth', auth: 'authorization_code', issuer, clientId: 'client-1' };

const iscInfo = {
  tenantName: 'iga-acme-sb',
  authorizeEndpoint: 'https://iga-sb.login.sailpoint.com/oauth/authorize',
  tokenEndpoint: 'https://iga-sb.api.identitynow.com/oauth/token',
  cloudDomainUrl: 'https://iga-sb.identitynow.com',
};
const isc: Profile = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'authorization_code',
  tenant: 'iga-sb',
  clientId: 'client-1',
  redirectUri: 'http://localhost:8080/myApp/code',
};

describe('completing a profile of an OAuth server', () => {
  it('fills in the endpoints that its way to a token needs, and where tokens are revoked', async () => {
    const { profile } = await completeProfile(new FakeHttp([{ body: metadata }]), oauth);
    expect(profile.endpoints).toStrictEqual({
      token: 'https://token.example.com/token',
      authorize: 'https://id.example.com/authorize',
      revoke: 'https://token.example.com/revoke',
    });
  });

  it('fills in where device codes are asked for', async () => {
    const { profile } = await completeProfile(new FakeHttp([{ body: metadata }]), { ...oauth, auth: 'device_code' });
    expect(profile.endpoints?.deviceAuthorization).toBe('https://id.example.com/device');
  });

  it('never replaces what the person gave', async () => {
    const endpoints = { token: 'https://mine.example.com/token' };
    const { profile } = await completeProfile(new FakeHttp([{ body: metadata }]), { ...oauth, endpoints });
    expect(profile.endpoints).toMatchObject({ ...endpoints, authorize: 'https://id.example.com/authorize' });
  });

  it('asks nobody where nothing is missing', async () => {
    const endpoints = { token: 'https://a.example.com/token', authorize: 'https://a.example.com/authorize' };
    const given = { ...oauth, endpoints };
    const http = new FakeHttp();
    expect((await completeProfile(http, given)).profile).toBe(given);
    expect(http.requests).toHaveLength(0);
  });

  it('asks all the same when everything is wanted', async () => {
    const endpoints = { token: 'https://a.example.com/token', authorize: 'https://a.example.com/authorize' };
    const http = new FakeHttp([{ body: metadata }]);
    const { profile } = await completeProfile(http, { ...oauth, endpoints }, { everything: true });
    expect(profile.endpoints).toStrictEqual({ ...endpoints, revoke: 'https://token.example.com/revoke' });
  });

  it('fails by the name of the endpoint that the server does not name', async () => {
    const http = new FakeHttp([{ body: { issuer, token_endpoint: metadata.token_endpoint } }]);
    await expect(completeProfile(http, oauth)).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'endpoints.authorize' }] },
    });
  });

  it.each([
    [{ status: 404 }, 'config.discovery_failed'],
    [{ body: { ...metadata, issuer: 'https://evil.example' } }, 'config.issuer_mismatch'],
    [new TokentrayError('network.dns'), 'network.dns'],
  ])('fails as discovery does: %o', async (answer, code) => {
    await expect(completeProfile(new FakeHttp([answer]), oauth)).rejects.toMatchObject({ code });
  });

  it('says who to ask where it does not know it', async () => {
    const { issuer: _, ...draft } = oauth;
    await expect(completeProfile(new FakeHttp(), draft)).rejects.toMatchObject({
      data: { issues: [{ path: 'issuer' }] },
    });
  });

  it('tolerates grants that the server leaves out, and notes client authentications that it lists', async () => {
    const body = {
      ...metadata,
      grant_types_supported: ['implicit'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    };
    const { notes } = await completeProfile(new FakeHttp([{ body }]), { ...oauth, auth: 'client_credentials' });
    expect(notes).toStrictEqual([expect.stringContaining('private_key_jwt')]);
  });
});

describe('completing a profile of an ISC tenant', () => {
  it('takes where to sign in and where its pages are from the tenant itself', async () => {
    const http = new FakeHttp([{ body: iscInfo }]);
    const { profile, notes } = await completeProfile(http, isc);
    expect(onlyRequest(http).url).toBe('https://iga-sb.api.identitynow.com/oauth/info');
    expect(profile.endpoints).toStrictEqual({
      authorize: 'https://iga-sb.login.sailpoint.com/oauth/authorize',
      ui: 'https://iga-sb.identitynow.com',
    });
    expect(notes).toStrictEqual([]);
  });

  it('keeps an authorize endpoint that the person gave', async () => {
    const endpoints = { authorize: 'https://iga-sb.identitynow.com/oauth/authorize' };
    const { profile } = await completeProfile(new FakeHttp([{ body: iscInfo }]), { ...isc, endpoints });
    expect(profile.endpoints?.authorize).toBe(endpoints.authorize);
  });

  it('never moves a secret: another API host is told and not used', async () => {
    const body = { ...iscInfo, tokenEndpoint: 'https://other.api.identitynow.com/oauth/token' };
    const { profile, notes } = await completeProfile(new FakeHttp([{ body }]), isc);
    expect(profile.endpoints).not.toHaveProperty('token');
    expect(notes).toStrictEqual([expect.stringContaining('https://other.api.identitynow.com')]);
  });

  it.each([new TokentrayError('network.dns'), { body: '<html></html>' }, { status: 503 }])(
    'keeps what follows from the name where the tenant cannot be asked, and says so: %o',
    async (answer) => {
      const { profile, notes } = await completeProfile(new FakeHttp([answer]), isc);
      expect(profile).toBe(isc);
      expect(notes).toHaveLength(1);
    },
  );

  it('asks nobody for a personal access token, unless everything is wanted', async () => {
    const { redirectUri: _, ...pat } = { ...isc, auth: 'client_credentials' } as const;
    await completeProfile(new FakeHttp(), pat);
    const { profile } = await completeProfile(new FakeHttp([{ body: iscInfo }]), pat, { everything: true });
    expect(profile.endpoints?.ui).toBe('https://iga-sb.identitynow.com');
  });

  it('asks nobody without a tenant', async () => {
    const { tenant: _, ...draft } = isc;
    const http = new FakeHttp();
    await expect(completeProfile(http, draft)).rejects.toMatchObject({ data: { issues: [{ path: 'tenant' }] } });
    expect(http.requests).toHaveLength(0);
  });
});

describe('completing any other profile', () => {
  it('asks nobody', async () => {
    const http = new FakeHttp();
    const profile: Profile = { name: 'acme-key', system: 'nerm', auth: 'api_key', tenant: 'acme' };
    expect((await completeProfile(http, profile, { everything: true })).profile).toBe(profile);
    expect(http.requests).toHaveLength(0);
  });
});
