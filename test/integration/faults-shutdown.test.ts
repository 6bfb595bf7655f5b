/** The application is quit while something is under way: nothing is lost, and nothing is left behind. */
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApplication } from '../fixtures/application.ts';
import type { Application } from '../fixtures/application.ts';
import { unusedPort } from '../fixtures/loopback-server.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

let server: TokenServer;
let application: Application;
let id: string;
let redirectUri: string;

beforeEach(async () => {
  server = await startTokenServer((_request, index) => ({
    body: { access_token: `token-${index}`, expires_in: 600, refresh_token: `CANARY-refresh-${index}` },
    delayMs: index === 0 ? 0 : 300,
  }));
  application = openApplication();
  redirectUri = `http://127.0.0.1:${await unusedPort()}/callback`;
  const { origin, tokenEndpoint } = server;
  id = await application.add(
    {
      name: 'acme',
      system: 'oauth',
      auth: 'authorization_code',
      clientId: 'client-1',
      redirectUri,
      endpoints: { token: tokenEndpoint, authorize: `${origin}/authorize` },
    },
    { refreshToken: 'CANARY-refresh-first' },
  );
});

afterEach(async () => {
  await application.close();
  await server.close();
});

const sent = () => server.requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'));

async function untilSent(count: number): Promise<void> {
  while (server.requests.length < count) await delay(5);
}

describe('quitting in the middle of a refresh', () => {
  it('waits for the answer: the token and the next refresh token are there after the next start', async () => {
    await application.services.engine.token(id);
    const before = server.requests.length;
    const asked = application.services.engine.token(id, { force: true });
    await untilSent(before + 1);
    await application.restart();
    const { token } = await asked;
    const { engine, storage } = application.services;
    expect((await engine.token(id)).token.accessToken).toBe(token.accessToken);
    expect(server.requests).toHaveLength(before + 1);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: `CANARY-refresh-${before}` });
    await engine.token(id, { force: true });
    expect(sent().at(-1)).toBe(`CANARY-refresh-${before}`);
  });
});

describe('quitting while a person signs in', () => {
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(new URL(redirectUri).port), '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.unref();
    });

  it('ends the sign-in, frees its port, and keeps the session of before', async () => {
    const signIn = await application.services.signIns.start(id);
    expect(await answers()).toBe(true);
    await application.restart();
    expect(signIn.state().kind).toBe('cancelled');
    expect(await answers()).toBe(false);
    expect(await application.services.storage.sessions.read(id)).toMatchObject({ endsAtMs: null });
    const again = await application.services.signIns.start(id);
    expect(again.state().kind).toBe('waiting-for-person');
  });
});
