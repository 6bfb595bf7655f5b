import { describe, expect, test } from 'vitest';
import type { TokentrayError } from '../../../main/errors.ts';
import { requestDeviceToken } from '../../../main/grants/device-token.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { sentParameters } from '../../fixtures/sent-parameters.ts';
import { tokenClient } from '../../fixtures/token-client.ts';

const deviceCode = 'CANARY-GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS';
const client = tokenClient({ clientAuth: 'none' });

const failure = (outcome: FakeOutcome) =>
  requestDeviceToken(new FakeHttp([outcome]), client, { deviceCode }).then(
    () => expect.fail('a token was handed over'),
    (error: TokentrayError) => error,
  );

test('RFC 8628 section 3.4: grant type, device code and client are sent', async () => {
  const http = new FakeHttp([{ body: { access_token: 'CANARY-token', refresh_token: 'CANARY-refresh' } }]);
  const answer = await requestDeviceToken(http, client, { deviceCode });
  expect(answer).toMatchObject({ accessToken: 'CANARY-token', refreshToken: 'CANARY-refresh' });
  expect(Object.fromEntries(await sentParameters(onlyRequest(http)))).toEqual({
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: deviceCode,
    client_id: 'b61429f5',
  });
});

describe('RFC 8628 section 3.5', () => {
  test.each([
    ['authorization_pending', 'network.rate_limited'],
    ['slow_down', 'network.rate_limited'],
    ['access_denied', 'auth.refused'],
    ['expired_token', 'auth.refused'],
    ['invalid_grant', 'auth.refused'],
  ] as const)('%s is told apart', async (error, code) => {
    expect(await failure({ status: 400, body: { error } })).toMatchObject({ code, data: { oauthError: error } });
  });

  test('an echo of the device code is not shown', async () => {
    const body = { error: 'invalid_grant', error_description: `No such code: ${deviceCode}` };
    expect(JSON.stringify((await failure({ status: 400, body })).data)).not.toContain('CANARY');
  });
});

describe('an ID token beside the token (OpenID Connect Core section 3.1.3.7)', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const idToken = (audience: string) => {
    const seconds = Math.floor(client.serverNowMs() / 1_000);
    const claims = { iss: 'https://id.example.com', sub: '1', aud: audience, exp: seconds + 60, iat: seconds };
    return `${part({ alg: 'RS256' })}.${part({ ...claims, preferred_username: 'jane' })}.c2ln`;
  };

  test('tells who signed in on the other device', async () => {
    const body = { access_token: 'opaque', id_token: idToken(client.clientId) };
    const answer = await requestDeviceToken(new FakeHttp([{ body }]), client, { deviceCode });
    expect(answer.idTokenClaims).toMatchObject({ preferred_username: 'jane' });
  });

  test('of another client is refused', async () => {
    const body = { access_token: 'opaque', id_token: idToken('another-client') };
    expect(await failure({ body })).toMatchObject({ code: 'auth.sign_in_invalid' });
  });
});
