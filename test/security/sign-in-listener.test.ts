/** Threat: pages elsewhere and programs on this machine reach for the listener: DNS rebinding, reflected content, squatting. */
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignIn } from '../../main/tokens/sign-ins.ts';
import { unusedPort } from '../fixtures/loopback-server.ts';
import { getText, sendRaw, statusOf } from '../fixtures/raw-request.ts';
import { accessToken, redirectOf, refreshToken, secretCode, SignInPlace } from '../fixtures/sign-in-place.ts';

let place: SignInPlace;
let signIn: SignIn;

beforeEach(async () => {
  place = await SignInPlace.open();
  signIn = await place.signIns.start(await place.add('acme-prod'));
});

afterEach(() => place[Symbol.asyncDispose]());

const portOf = (url: URL): number => Number(url.port);

describe('DNS rebinding: a name elsewhere that was made to point here', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0', '[::ffff:127.0.0.1]'])(
    '%s learns nothing, not even which paths there are',
    async (name) => {
      const url = redirectOf(signIn);
      const known = await sendRaw(
        { port: portOf(url) },
        getText(`${url.pathname}${url.search}`, `${name}:${url.port}`),
      );
      const unknown = await sendRaw({ port: portOf(url) }, getText('/nothing', `${name}:${url.port}`));
      expect(statusOf(known)).toBe(400);
      expect(withoutDate(known)).toBe(withoutDate(unknown));
      expect(place.exchanges).toHaveLength(0);
      expect(signIn.state().kind).toBe('waiting-for-person');
    },
  );
});

function withoutDate(answer: string): string {
  return answer.replace(/^Date: .*\r\n/im, '');
}

describe('reflected content: what an address says appears on no page', () => {
  const markup = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';

  it.each([
    [
      'a denial',
      { error: 'access_denied', error_description: `CANARY-words ${markup}`, error_uri: 'https://evil.example' },
    ],
    ['a refusal', { error: `CANARY-words${markup}`, error_description: markup }],
    ['neither', { CANARY: markup }],
    ['a code that the server refuses', { code: `CANARY-words${markup}` }],
  ])('with %s', async (_, parameters) => {
    place.answer = { status: 400, body: { error: 'invalid_grant', error_description: `CANARY-words ${markup}` } };
    const state = redirectOf(signIn).searchParams.get('state') ?? '';
    const page = await (await fetch(redirectOf(signIn, parameters))).text();
    expect(page).toContain('acme-prod');
    expect(page).not.toMatch(/CANARY|<script|<img|evil\.example/);
    expect(page).not.toContain(state);
  });

  it('nor on the page for strangers', async () => {
    const url = redirectOf(signIn, { code: 'CANARY-code', state: markup });
    const page = await (await fetch(url)).text();
    expect(page).not.toMatch(/CANARY|alert|acme-prod/);
  });

  it('nor do a code or a token on the page of a success', async () => {
    const page = await (await fetch(redirectOf(signIn))).text();
    for (const secret of [secretCode, accessToken, refreshToken]) expect(page).not.toContain(secret);
  });
});

describe('open redirect (RFC 9700 section 2.1): the listener sends nobody anywhere', () => {
  it.each(['redirect_uri', 'next', 'url', 'return_to'])('whatever %s says', async (name) => {
    const url = redirectOf(signIn, { code: secretCode, [name]: 'https://evil.example/' });
    const answer = await fetch(url, { redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('refresh')).toBeNull();
    expect(await answer.text()).not.toContain('evil.example');
  });
});

describe('a page with a code in its address', () => {
  it('runs nothing, is framed by nobody, is kept nowhere, and tells nobody its address', async () => {
    const { headers } = await fetch(redirectOf(signIn));
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('connection')).toBe('close');
  });

  it('cannot be read by a page of another origin', async () => {
    const answer = await fetch(redirectOf(signIn), { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('port squatting: another program waits for the code', () => {
  it.each(['127.0.0.1', '::1'])('on %s alone: the browser is not opened at all', async (host) => {
    const port = await unusedPort();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen({ port, host, ipv6Only: true }, resolve));
    const id = await place.add('acme-test', { redirectUri: `http://localhost:${port}/code` });
    await expect(place.signIns.start(id)).rejects.toMatchObject({ code: 'auth.sign_in_port_taken' });
    expect(place.signIns.of(id)).toBeUndefined();
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('while we wait: the port cannot be taken on either address', async () => {
    const port = portOf(redirectOf(signIn));
    for (const host of ['127.0.0.1', '::1']) {
      const taken = new Promise((resolve, reject) => {
        createServer()
          .once('error', reject)
          .listen({ port, host, ipv6Only: true }, () => resolve(undefined));
      });
      await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
    }
  });
});
