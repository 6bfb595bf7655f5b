import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../../main/ipc/read-credentials.ts';

const file = {
  clientId: 'id-1',
  password: 'secret-CANARY',
  authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
};

describe("NetFoundry's credentials.json", () => {
  it('becomes a profile, and the place of its secret', () => {
    expect(readCredentials(file)).toMatchObject({
      draft: { system: 'netfoundry', clientId: 'id-1' },
      secrets: { clientSecret: 'password' },
    });
  });

  it('is not sent back with its secret', () => {
    expect(JSON.stringify(readCredentials(file))).not.toContain('CANARY');
  });

  it('is nothing else', () => {
    expect(readCredentials({ kty: 'RSA', d: 'CANARY' })).toBeNull();
  });
});
