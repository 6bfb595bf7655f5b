import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../main/transfer/read-document.ts';

const key = { kty: 'RSA', n: 'AQAB', e: 'AQAB', d: 'CANARY' };
const account = '449d7e27-7889-47af-a736-83b6bbf97ec5';

const read = (value: unknown) => readDocument(typeof value === 'string' ? value : JSON.stringify(value));

describe('what is recognised', () => {
  it('a key, alone or in a set', async () => {
    for (const value of [key, { keys: [key] }]) {
      expect(await read(value)).toMatchObject({
        isPart: true,
        profiles: [{ draft: {}, secrets: { privateKeyJwk: value } }],
      });
    }
  });

  it('a key beside the id of its service account', async () => {
    expect(await read({ serviceAccountId: account, jwk: key })).toMatchObject({
      profiles: [{ draft: { system: 'aic', serviceAccountId: account }, secrets: { privateKeyJwk: key } }],
    });
  });

  it("the answer of ISC's /oauth/info, with the API host in place of a name that is no host's", async () => {
    const info = {
      tenantId: 'x',
      tenantName: 'iga-acme-sb',
      authorizeEndpoint: 'https://iga-sb.login.sailpoint.com/oauth/authorize',
      tokenEndpoint: 'https://iga-sb.api.identitynow.com/oauth/token',
      cloudDomainUrl: 'https://iga.acme.com',
      pod: 'prd01-useast1',
    };
    expect(await read(info)).toMatchObject({
      isPart: true,
      profiles: [
        {
          draft: {
            system: 'isc',
            name: 'iga-acme-sb',
            tenant: 'iga-sb',
            endpoints: {
              authorize: 'https://iga-sb.login.sailpoint.com/oauth/authorize',
              ui: 'https://iga.acme.com',
            },
          },
        },
      ],
    });
  });

  it('OpenID metadata, without an address that no secret may go to', async () => {
    const metadata = {
      issuer: 'https://id.example.com',
      token_endpoint: 'https://id.example.com/token',
      authorization_endpoint: 'http://id.example.com/authorize',
      device_authorization_endpoint: 'https://id.example.com/device',
    };
    expect(await read(metadata)).toMatchObject({
      profiles: [
        {
          draft: {
            system: 'oauth',
            issuer: 'https://id.example.com',
            endpoints: { token: 'https://id.example.com/token', deviceAuthorization: 'https://id.example.com/device' },
          },
        },
      ],
    });
  });

  it('a profile with a secret in it, which is taken out', async () => {
    const profile = { name: 'acme', system: 'isc', auth: 'client_credentials', clientSecret: 'CANARY' };
    expect(await read({ profiles: [profile] })).toMatchObject({
      profiles: [{ draft: { name: 'acme' }, secrets: { clientSecret: 'CANARY' } }],
    });
  });

  it('a byte order mark is none of the text', async () => {
    expect(await read(`\uFEFF${JSON.stringify(key)}`)).toMatchObject({ isPart: true });
  });
});

describe('what is not', () => {
  it.each([['a word'], ['{"access_token":"CANARY","token_type":"bearer"}'], ['[]'], ['[1]'], ['{}']])(
    '%s',
    async (text) => {
      expect(await read(text)).toBeUndefined();
    },
  );

  it('more than eight mebibytes', async () => {
    await expect(read('{'.repeat(8 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'config.file_invalid' });
  });
});
