import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { discoverOAuth, wellKnownUrls } from '../../../main/sign-in/discovery.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';

const issuer = 'https://id.example.com/tenant';
const metadata = {
  issuer,
  token_endpoint: 'https://id.example.com//oauth/token',
  authorization_endpoint: 'https://id.example.com/authorize',
  device_authorization_endpoint: 'https://id.example.com/device',
  revocation_endpoint: 'https://id.example.com/revoke',
  authorization_response_iss_parameter_supported: true,
  token_endpoint_auth_methods_supported: ['client_secret_basic', 7],
};
const notFound = { status: 404, body: '<html>no</html>' };

const urlsOf = (http: FakeHttp) => http.requests.map(({ url }) => url);

describe('finding the endpoints of a server', () => {
  it('reads them as the server wrote them, double slashes too', async () => {
    const found = await discoverOAuth(new FakeHttp([{ body: metadata }]), { issuer });
    expect(found).toStrictEqual({
      issuer,
      tokenEndpoint: 'https://id.example.com//oauth/token',
      authorizeEndpoint: 'https://id.example.com/authorize',
      deviceAuthorizationEndpoint: 'https://id.example.com/device',
      revocationEndpoint: 'https://id.example.com/revoke',
      promisesIss: true,
      clientAuthMethods: ['client_secret_basic'],
      refused: [],
    });
  });

  it('RFC 8414 sections 3.1 and 5: looks at the three places, the appended one first', () => {
    expect(wellKnownUrls(`${issuer}/`)).toStrictEqual([
      'https://id.example.com/tenant/.well-known/openid-configuration',
      'https://id.example.com/.well-known/oauth-authorization-server/tenant',
      'https://id.example.com/.well-known/openid-configuration/tenant',
    ]);
    expect(wellKnownUrls('https://id.example.com')).toHaveLength(2);
  });

  it('goes on where a page or a redirect is in place of the metadata', async () => {
    const redirected = new TokentrayError('network.redirected', { data: { host: 'id.example.com', status: 302 } });
    const http = new FakeHttp([{ body: '<html>portal</html>' }, redirected, { body: metadata }]);
    expect(await discoverOAuth(http, { issuer })).toMatchObject({ issuer });
    expect(http.requests).toHaveLength(3);
  });

  it('sends no credentials', async () => {
    const http = new FakeHttp([{ body: metadata }]);
    await discoverOAuth(http, { issuer });
    expect(http.requests[0]).toMatchObject({ method: 'GET', headers: { accept: 'application/json' } });
    expect(http.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('says where nothing was found', async () => {
    await expect(discoverOAuth(new FakeHttp([notFound]), { issuer })).rejects.toMatchObject({
      code: 'config.discovery_failed',
      data: { status: 404, detail: 'id.example.com/tenant/.well-known/openid-configuration' },
    });
  });

  it.each(['[]', '"text"', '{"issuer":', 'issuer=https%3A%2F%2Fid.example.com'])(
    'takes %s for no metadata',
    async (body) => {
      await expect(discoverOAuth(new FakeHttp([{ body }]), { issuer })).rejects.toMatchObject({
        code: 'config.discovery_failed',
      });
    },
  );

  it('looks at no other place when the network fails', async () => {
    const http = new FakeHttp([new TokentrayError('network.dns', { data: { host: 'id.example.com' } })]);
    await expect(discoverOAuth(http, { issuer })).rejects.toMatchObject({ code: 'network.dns' });
    expect(http.requests).toHaveLength(1);
  });

  it('refuses a megabyte of metadata', async () => {
    const http = new FakeHttp([{ body: { ...metadata, filler: 'x'.repeat(1_000_000) } }]);
    await expect(discoverOAuth(http, { issuer })).rejects.toMatchObject({ code: 'network.too_large' });
  });

  it('asks the address that was given, and no other', async () => {
    const http = new FakeHttp([notFound]);
    await expect(discoverOAuth(http, { issuer, infoUrl: 'https://id.example.com/info' })).rejects.toThrow(
      TokentrayError,
    );
    expect(urlsOf(http)).toStrictEqual(['https://id.example.com/info']);
  });

  it('tolerates metadata that say next to nothing', async () => {
    const http = new FakeHttp([{ body: { issuer, token_endpoint: null, grant_types_supported: 'all' } }]);
    expect(await discoverOAuth(http, { issuer })).toStrictEqual({ issuer, promisesIss: false, refused: [] });
  });
});

describe('RFC 8414 section 3.3: the issuer in the metadata', () => {
  it.each(['https://evil.example', `${issuer}/`, 'https://ID.example.com/tenant'])(
    'is refused when it is %s',
    async (actual) => {
      const http = new FakeHttp([{ body: { ...metadata, issuer: actual } }]);
      await expect(discoverOAuth(http, { issuer })).rejects.toMatchObject({
        code: 'config.issuer_mismatch',
        data: { expected: issuer, actual },
      });
    },
  );

  it('is told with the address of the metadata, whichever of the places had them', async () => {
    const http = new FakeHttp([notFound, { body: { ...metadata, issuer: 'https://evil.example' } }]);
    await expect(discoverOAuth(http, { issuer })).rejects.toMatchObject({ data: { url: wellKnownUrls(issuer)[1] } });
  });

  it('is refused when it is missing', async () => {
    const http = new FakeHttp([{ body: { ...metadata, issuer: undefined } }]);
    await expect(discoverOAuth(http, { issuer })).rejects.toMatchObject({ code: 'config.issuer_mismatch' });
  });

  it('is compared at an address that was given, too', async () => {
    const http = new FakeHttp([{ body: { ...metadata, issuer: 'https://evil.example' } }]);
    await expect(discoverOAuth(http, { issuer, infoUrl: 'https://id.example.com/info' })).rejects.toMatchObject({
      code: 'config.issuer_mismatch',
    });
  });
});

describe('an endpoint in the metadata', () => {
  it.each([
    ['token_endpoint', 'endpoints.token', 'http://id.example.com/token'],
    ['authorization_endpoint', 'endpoints.authorize', 'javascript:alert(1)'],
    ['device_authorization_endpoint', 'endpoints.deviceAuthorization', 'ftp://id.example.com/'],
    ['revocation_endpoint', 'endpoints.revoke', 'https://user:pass@id.example.com/'],
  ])('%s is left out, and told by its field, when it cannot be used', async (member, path, url) => {
    const found = await discoverOAuth(new FakeHttp([{ body: { ...metadata, [member]: url } }]), { issuer });
    expect(Object.values(found)).not.toContain(url);
    expect(found.refused).toMatchObject([{ path, message: expect.stringContaining(member) }]);
    expect(found.promisesIss).toBe(true);
  });

  it('may be http on this machine, of a server on this machine', async () => {
    const here = 'http://localhost:9000';
    const http = new FakeHttp([{ body: { ...metadata, issuer: here, token_endpoint: 'http://127.0.0.1:9000/token' } }]);
    expect(await discoverOAuth(http, { issuer: here })).toMatchObject({ tokenEndpoint: 'http://127.0.0.1:9000/token' });
  });
});
