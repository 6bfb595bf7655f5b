import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { discoverIsc } from '../../../main/sign-in/isc-info.ts';
import { FakeHttp, onlyRequest } from '../../fixtures/fake-http.ts';

const apiOrigin = 'https://iga-acme.api.identitynow.com';

/** As the vendor's page shows it for a tenant with a vanity address. */
const vanity = {
  tenantId: 'cc31a307-8a8d-49e8-93b9-c7cbe20e2e6b',
  tenantName: 'iga-acme',
  authorizeEndpoint: 'https://iga-acme.login.sailpoint.com/oauth/authorize',
  tokenEndpoint: 'https://iga-acme.api.identitynow.com/oauth/token',
  cloudDomainUrl: 'https://iga.acme.com',
  logoutUrl: 'https://iga.acme.com/logout',
  pod: 'prd01-useast1',
};

describe('the OAuth details of an ISC tenant', () => {
  it('are asked of the API host without credentials', async () => {
    const http = new FakeHttp([{ body: vanity }]);
    await discoverIsc(http, { apiOrigin });
    expect(onlyRequest(http)).toStrictEqual({
      method: 'GET',
      url: 'https://iga-acme.api.identitynow.com/oauth/info',
      headers: { accept: 'application/json' },
    });
  });

  it('tell API and UI hosts by their addresses', async () => {
    expect(await discoverIsc(new FakeHttp([{ body: vanity }]), { apiOrigin })).toStrictEqual({
      tenantName: 'iga-acme',
      authorizeEndpoint: 'https://iga-acme.login.sailpoint.com/oauth/authorize',
      tokenEndpoint: 'https://iga-acme.api.identitynow.com/oauth/token',
      apiOrigin,
      uiOrigin: 'https://iga.acme.com',
      logoutUrl: 'https://iga.acme.com/logout',
      pod: 'prd01-useast1',
    });
  });

  it('never take a host from the name of the tenant', async () => {
    const body = {
      ...vanity,
      tenantName: 'iga-acme-sb',
      tokenEndpoint: 'https://iga-sb.api.identitynow.com/oauth/token',
      cloudDomainUrl: 'https://iga-sb.identitynow.com',
    };
    const info = await discoverIsc(new FakeHttp([{ body }]), { apiOrigin });
    expect(info).toMatchObject({
      apiOrigin: 'https://iga-sb.api.identitynow.com',
      uiOrigin: 'https://iga-sb.identitynow.com',
    });
  });

  it('are asked where the profile says that they are', async () => {
    const http = new FakeHttp([{ body: vanity }]);
    await discoverIsc(http, { infoUrl: 'https://partner.example.com/oauth/info' });
    expect(onlyRequest(http).url).toBe('https://partner.example.com/oauth/info');
  });

  it.each([{ body: '<html>vanity</html>' }, { status: 404 }, { body: { tenantName: 'iga-acme' } }])(
    'are not found in %o',
    async (answer) => {
      await expect(discoverIsc(new FakeHttp([answer]), { apiOrigin })).rejects.toMatchObject({
        code: 'config.discovery_failed',
      });
    },
  );

  it('with an address that is not https are refused', async () => {
    const http = new FakeHttp([
      { body: { ...vanity, tokenEndpoint: 'http://iga-acme.api.identitynow.com/oauth/token' } },
    ]);
    await expect(discoverIsc(http, { apiOrigin })).rejects.toThrow(TokentrayError);
  });
});
