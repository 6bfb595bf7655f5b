import { describe, expect, it } from 'vitest';
import { oauthClientFacts } from '../../../main/ipc/oauth-client-facts.ts';
import { profileNamed } from '../../fixtures/disk-storage.ts';

const token = 'https://id.example.com/token';
const authorize = 'https://id.example.com/authorize';
const profile = {
  ...profileNamed('acme'),
  system: 'oauth',
  clientId: 'client-1',
  endpoints: { token, authorize },
} as const;

describe('what an OAuth client asks for', () => {
  it('is complete for a client with its own credentials', () => {
    expect(oauthClientFacts({ ...profile, auth: 'client_credentials', scope: 'read' })).toMatchObject({
      grant: 'Client Credentials',
      tokenEndpoint: token,
      authorizeEndpoint: null,
      clientId: 'client-1',
      scope: 'read',
    });
  });

  it('has the authorization endpoint where a person signs in', () => {
    const redirectUri = 'http://localhost:8080/code';
    expect(oauthClientFacts({ ...profile, auth: 'authorization_code', redirectUri })).toMatchObject({
      authorizeEndpoint: authorize,
      redirectUri,
    });
  });

  it('says where the secret travels', () => {
    const request = { clientAuth: 'client_secret_basic' } as const;
    expect(oauthClientFacts({ ...profile, auth: 'client_credentials', request })?.clientAuth).toMatch(/Basic/);
  });

  it.each(['api_key', 'linked', 'jwt_bearer', 'device_code'] as const)('is nothing for %s', (auth) => {
    expect(oauthClientFacts({ ...profile, auth })).toBeNull();
  });
});
