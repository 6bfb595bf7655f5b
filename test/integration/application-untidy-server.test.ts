/** An untidy server over a real connection, through the application's own storage and engine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../main/errors.ts';
import { openApplication } from '../fixtures/application.ts';
import type { Application } from '../fixtures/application.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { ServerAnswer, TokenServer } from '../fixtures/token-server.ts';

const clientSecret = 'CANARY-secret';

/** Everything at once that servers do to a good answer. */
const untidy: ServerAnswer = {
  status: 201,
  withoutDate: true,
  headers: { 'content-type': 'text/html' },
  body: JSON.stringify({
    access_token: 'CANARY-access',
    expires_in: '720',
    scope: ['read', 'write'],
    refresh_token: 'CANARY-refresh-2',
  }),
};

let application: Application;
let server: TokenServer;

beforeEach(async () => {
  application = openApplication();
  server = await startTokenServer([untidy]);
});

afterEach(async () => {
  await application.close();
  await server.close();
});

const profile = (more: Readonly<Record<string, unknown>>) => ({
  name: 'acme-api',
  system: 'oauth',
  clientId: 'client-1',
  endpoints: { token: `${server.origin}//oauth//token`, authorize: `${server.origin}//oauth//authorize` },
  ...more,
});

describe('an untidy server', () => {
  it('is asked at its address as it stands, and understood', async () => {
    const id = await application.add(profile({ auth: 'client_credentials' }), { clientSecret });
    const { token, remainingMs } = await application.services.engine.token(id);
    expect(token).toMatchObject({ accessToken: 'CANARY-access', tokenType: 'Bearer', scope: 'read write' });
    expect(remainingMs).toBeGreaterThan(700_000);
    expect(server.requests.map(({ url }) => url)).toEqual(['//oauth//token']);
  });

  it('loses no refresh token, not over a restart either', async () => {
    const id = await application.add(profile({ auth: 'authorization_code' }), { refreshToken: 'CANARY-refresh-1' });
    await application.services.engine.token(id);
    await application.restart();
    expect((await application.services.storage.sessions.read(id))?.refreshToken).toBe('CANARY-refresh-2');
  });

  it.each<readonly [string, ServerAnswer]>([
    ['a page with status 500', { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' }],
    ['a page with status 200', { headers: { 'content-type': 'text/html' }, body: '<h1>Sign in to the network</h1>' }],
    ['half an answer', { ...untidy, fate: 'reset-midway' }],
    ['invalid_client in a challenge', { status: 401, headers: { 'www-authenticate': 'Basic error="invalid_client"' } }],
    [
      'invalid_grant called text/html',
      { status: 400, headers: { 'content-type': 'text/html' }, body: '{"error":"invalid_grant"}' },
    ],
  ])('costs no refresh token by %s', async (_name, answer) => {
    const id = await application.add(profile({ auth: 'authorization_code' }), { refreshToken: 'CANARY-refresh-1' });
    server.answerWith([answer]);
    await expect(application.services.engine.token(id)).rejects.toThrow(TokentrayError);
    await application.restart();
    expect((await application.services.storage.sessions.read(id))?.refreshToken).toBe('CANARY-refresh-1');
    server.answerWith([untidy]);
    const { token } = await application.services.engine.token(id, { force: true });
    expect(token.accessToken).toBe('CANARY-access');
    expect(server.requests.at(-1)?.body).toContain('CANARY-refresh-1');
  });
});
