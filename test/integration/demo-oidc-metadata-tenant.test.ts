/** What the demo server of OpenID Connect says of itself, tidy and untidy. */
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { grantTypes } from '../../main/demo/oidc/clients.ts';
import { withDoubleSlashes, withoutClientCredentials } from '../../main/demo/oidc/metadata.ts';
import { startOidcTenant, type OidcTenant, type OidcTenantOptions } from '../../main/demo/oidc/tenant.ts';

const secret = 'CANARY-c924417c85b19eda';
const client = {
  clientId: 'machine',
  clientAuth: 'client_secret_post',
  clientSecret: secret,
  grantTypes: [grantTypes.clientCredentials],
} as const;

let tenant: OidcTenant;
afterEach(() => tenant.close());

async function start(options: Partial<OidcTenantOptions> = {}): Promise<OidcTenant> {
  tenant = await startOidcTenant({ clock: systemClock, clients: [client], ...options });
  return tenant;
}

const get = (path: string) => fetch(`${tenant.origin}${path}`);
const metadataAt = async (path: string) => (await (await get(path)).json()) as Readonly<Record<string, unknown>>;
const openId = '/.well-known/openid-configuration';
const rfc8414 = '/.well-known/oauth-authorization-server';

async function statusOfToken(tokenEndpoint: unknown): Promise<number> {
  const body = new URLSearchParams({
    grant_type: grantTypes.clientCredentials,
    client_id: client.clientId,
    client_secret: secret,
  });
  return (await fetch(String(tokenEndpoint), { method: 'POST', body })).status;
}

describe('the metadata', () => {
  test('are at both places, and name the issuer', async () => {
    await start();
    const metadata = await metadataAt(openId);
    expect(metadata).toMatchObject({
      issuer: tenant.origin,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
    });
    expect(await metadataAt(rfc8414)).toEqual(metadata);
  });

  test('of an issuer with a path are after it, or before it (RFC 8414 section 3.1)', async () => {
    await start({ path: '/realms/acme' });
    const { issuer, token } = tenant.endpoints;
    expect(await metadataAt(`/realms/acme${openId}`)).toMatchObject({ issuer });
    expect(await metadataAt(`${rfc8414}/realms/acme`)).toMatchObject({ token_endpoint: token });
    expect((await get(openId)).status).toBe(404);
  });

  test('may be at one place alone', async () => {
    await start({ wellKnown: ['oauth-authorization-server'] });
    expect([(await get(openId)).status, (await get(rfc8414)).status]).toEqual([404, 200]);
  });

  test('may leave out client_credentials, which works all the same', async () => {
    await start({ metadata: withoutClientCredentials });
    const metadata = await metadataAt(openId);
    expect(metadata['grant_types_supported']).not.toContain(grantTypes.clientCredentials);
    expect(await statusOfToken(metadata['token_endpoint'])).toBe(200);
  });

  test('may have double slashes in endpoints, which work all the same', async () => {
    await start({ metadata: withDoubleSlashes });
    const metadata = await metadataAt(openId);
    expect([metadata['issuer'], metadata['token_endpoint']]).toEqual([tenant.origin, `${tenant.origin}//token`]);
    expect(await statusOfToken(metadata['token_endpoint'])).toBe(200);
  });

  test('may name another issuer', async () => {
    await start({ metadata: (metadata) => ({ ...metadata, issuer: 'https://other.example.com' }) });
    expect((await metadataAt(openId))['issuer']).toBe('https://other.example.com');
  });
});

test('the clock of the server can be put wrong', async () => {
  await start();
  tenant.skewClock(7_200);
  const date = Date.parse((await get(openId)).headers.get('date') ?? '');
  expect(date - Date.now()).toBeGreaterThan(7_100_000);
});
