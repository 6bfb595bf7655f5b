import { describe, expect, test } from 'vitest';
import {
  basicAuthorization,
  clientAuthentication,
  type Credentials,
} from '../../../main/grants/client-authentication.ts';
import type { ClientAuthMethod } from '../../../main/profiles/profile.ts';

const clientId = 'b61429f5-203d-494c-94c3-04f54e17bc5c';

const credentials = (clientAuth: ClientAuthMethod, clientSecret: string | undefined): Credentials => ({
  tokenEndpoint: 'https://id.example.com/token',
  clientAuth,
  ...(clientSecret === undefined ? {} : { clientSecret }),
  serverNowMs: () => 1_800_000_000_000,
});

async function applied(method: ClientAuthMethod, secret: string | undefined) {
  const parameters = new URLSearchParams();
  const headers = new Headers();
  await clientAuthentication(credentials(method, secret))(
    { issuer: 'x' },
    { client_id: clientId },
    parameters,
    headers,
  );
  return { parameters: Object.fromEntries(parameters), authorization: headers.get('authorization') };
}

const decoded = (header: string) => Buffer.from(header.slice('Basic '.length), 'base64').toString();

describe('RFC 6749 section 2.3.1', () => {
  test('client_secret_post sends id and secret as parameters', async () => {
    expect(await applied('client_secret_post', 'CANARY')).toEqual({
      parameters: { client_id: clientId, client_secret: 'CANARY' },
      authorization: null,
    });
  });

  test('client_secret_basic sends id and secret in the header alone', async () => {
    const { parameters, authorization } = await applied('client_secret_basic', 'CANARY');
    expect(parameters).toEqual({});
    expect(decoded(authorization ?? '')).toBe(`${clientId}:CANARY`);
  });

  test('none sends the id alone', async () => {
    expect(await applied('none', 'CANARY')).toEqual({ parameters: { client_id: clientId }, authorization: null });
  });

  test.each([
    [':', '%3A'],
    ['+', '%2B'],
    ['%', '%25'],
    ['/', '%2F'],
    ['ü', '%C3%BC'],
    [' ', '+'],
    ['&', '%26'],
    ['=', '%3D'],
    ['€', '%E2%82%AC'],
    ['-._*', '-._*'],
  ])('Basic credentials write %j as %s', (character, encoded) => {
    expect(decoded(basicAuthorization(`i${character}`, `s${character}`))).toBe(`i${encoded}:s${encoded}`);
  });
});

test.each(['client_secret_post', 'client_secret_basic'] as const)('%s without a secret is refused', (method) => {
  for (const missing of [undefined, '']) {
    expect(() => clientAuthentication(credentials(method, missing))).toThrow(
      expect.objectContaining({ code: 'auth.secret_missing' }),
    );
  }
});
