import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNetFoundryCredentials } from '../../../main/systems/netfoundry-credentials.ts';
import { netfoundry } from '../../../main/systems/netfoundry.ts';
import { validateProfile } from '../../../main/systems/validate.ts';

const cognito = 'https://netfoundry-production-xfjiye.auth.us-east-1.amazoncognito.com/oauth2/token';
const account = { clientId: '3tcm6to3qqfu78juj9huppk9g3', password: 'CANARY-secret', authenticationUrl: cognito };

describe('the credentials.json of a NetFoundry API account', () => {
  it('becomes the profile that the vendor documents for it, and the secret apart', () => {
    expect(readNetFoundryCredentials(account)).toEqual({
      profile: {
        version: 1,
        name: 'netfoundry',
        system: 'netfoundry',
        auth: 'client_credentials',
        clientId: account.clientId,
        environment: 'production',
        scope: 'https://gateway.production.netfoundry.io//ignore-scope',
        endpoints: { token: cognito, api: 'https://gateway.production.netfoundry.io/core/v2' },
        request: { body: 'form', clientAuth: 'client_secret_basic' },
      },
      secrets: { clientSecret: 'CANARY-secret' },
    });
  });

  it('gives its secret to no profile', () => {
    expect(JSON.stringify(readNetFoundryCredentials(account)?.profile)).not.toContain('CANARY');
  });

  it('may use the words of OAuth', () => {
    const { clientId, password, authenticationUrl } = account;
    const same = { client_id: clientId, client_secret: password, authentication_url: authenticationUrl };
    expect(readNetFoundryCredentials(same)).toEqual(readNetFoundryCredentials(account));
  });

  it('of Auth0 is asked as the older page documents it', () => {
    const authenticationUrl = 'https://netfoundry-production.auth0.com/oauth/token';
    const profile = readNetFoundryCredentials({ ...account, authenticationUrl })?.profile;
    expect(profile).toMatchObject({ endpoints: { token: authenticationUrl } });
    expect(profile).not.toHaveProperty('request');
  });

  it('of another stage goes to the gateway of that stage', () => {
    const authenticationUrl = cognito.replace('production', 'staging');
    const profile = readNetFoundryCredentials({ ...account, authenticationUrl })?.profile;
    expect(profile?.endpoints?.api).toBe('https://gateway.staging.netfoundry.io/core/v2');
    expect(profile?.environment).toBeUndefined();
  });

  it.each([cognito, cognito.replace('production', 'staging'), 'https://netfoundry-staging.auth0.com/oauth/token'])(
    'makes a profile that is right, for %s',
    (authenticationUrl) => {
      const profile = readNetFoundryCredentials({ ...account, authenticationUrl, name: 'Jane’s Account' })?.profile;
      expect(validateProfile(profile)).toEqual(profile);
    },
  );

  it('is described by the form in full, so that editing loses nothing of it', () => {
    const paths = netfoundry.fields('client_credentials').map(({ path }) => path);
    for (const path of ['scope', 'endpoints.token', 'endpoints.api', 'request.body', 'request.clientAuth']) {
      expect(paths).toContain(path);
    }
  });
});

it.each<[string, unknown]>([
  ['no object', 'CANARY'],
  ['a list', [account]],
  ['a profile', { name: 'a', system: 'netfoundry', clientId: 'b' }],
  ['no password', { ...account, password: '' }],
  ['an address by http', { ...account, authenticationUrl: 'http://netfoundry-production.auth0.com/oauth/token' }],
  ['no address', { ...account, authenticationUrl: 17 }],
])('takes %s for no credentials.json', (_name, value) => {
  expect(readNetFoundryCredentials(value)).toBeUndefined();
});

it('never throws', () => {
  const texts = fc.oneof(fc.string(), fc.webUrl(), fc.jsonValue());
  fc.assert(
    fc.property(fc.record({ clientId: texts, password: texts, authenticationUrl: texts, name: texts }), (value) => {
      const read = readNetFoundryCredentials(value);
      expect(read === undefined || read.profile.system === 'netfoundry').toBe(true);
    }),
  );
});
