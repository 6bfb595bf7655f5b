import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { probe } from '../../main/doctor/probe.ts';
import type { ProbeResult } from '../../main/doctor/probe-result.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { HttpOptions } from '../../main/http/create-http.ts';
import { serveHttp, serveHttps, serveTcp, unusedPort } from '../fixtures/loopback-server.ts';
import { startTinyproxy } from '../fixtures/tinyproxy.ts';
import { createTlsAuthority } from '../fixtures/tls-authority.ts';
import type { TlsAuthority } from '../fixtures/tls-authority.ts';

const token = { accessToken: 'token-CANARY', tokenType: 'bearer', expiresAtMs: null };

let authority: TlsAuthority;
beforeAll(() => void (authority = createTlsAuthority()));
afterAll(() => authority[Symbol.dispose]());

/** Probes the API with that base over real connections. */
async function probed(api: string, options: Partial<HttpOptions> = {}): Promise<ProbeResult> {
  const http = createHttp({ clock: systemClock, environment: {}, ...options });
  try {
    const profile = { name: 'api', system: 'oauth', auth: 'client_credentials', endpoints: { api } } as const;
    return await probe({ http, profile, token, url: `${api}/things?limit=1` });
  } finally {
    await http.close();
  }
}

describe('an API on this machine', () => {
  it('is asked by GET with the token, and its answer explained', async () => {
    const seen: unknown[] = [];
    await using server = await serveHttp((request, answer) => {
      seen.push([request.method, request.url, request.headers.authorization]);
      answer.end('[]');
    });
    expect((await probed(`http://127.0.0.1:${server.port}`)).verdict).toBe('works');
    expect(seen).toEqual([['GET', '/things?limit=1', 'Bearer token-CANARY']]);
  });

  it('that never ends its answer is read no further than it takes', async () => {
    await using server = await serveHttp((_, answer) => void answer.write('x'.repeat(200_000)));
    expect((await probed(`http://127.0.0.1:${server.port}`)).verdict).toBe('works');
  });

  it('that redirects to a sign-in page is told so, and the token does not follow', async () => {
    let followed = 0;
    await using other = await serveHttp((_, answer) => {
      followed++;
      answer.end('<html>Sign in</html>');
    });
    const redirect: RequestListener = (_, answer) =>
      void answer.writeHead(302, { location: `http://127.0.0.1:${other.port}/login?t=token-CANARY` }).end();
    await using server = await serveHttp(redirect);
    const result = await probed(`http://127.0.0.1:${server.port}`);
    expect([result.verdict, result.status, followed]).toEqual(['wrong-host', 302, 0]);
    expect(JSON.stringify(result)).not.toContain('CANARY');
  });

  it('that quotes the token in its refusal is not quoted', async () => {
    await using server = await serveHttp((request, answer) => {
      answer.writeHead(401, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ message: `unknown ${request.headers.authorization}` }));
    });
    expect(JSON.stringify(await probed(`http://127.0.0.1:${server.port}`))).not.toContain('CANARY');
  });
});

describe('no answer is told apart', () => {
  it('nobody listens', async () => {
    const result = await probed(`http://127.0.0.1:${await unusedPort()}`);
    expect(result).toMatchObject({ verdict: 'unreachable', code: 'network.refused' });
  });

  it('there is no such host', async () => {
    const result = await probed('https://api.example.invalid');
    expect(result).toMatchObject({ verdict: 'unreachable', code: 'network.dns' });
  });

  it('another protocol is spoken there', async () => {
    await using server = await serveTcp((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    const result = await probed(`http://127.0.0.1:${server.port}`);
    expect(result).toMatchObject({ verdict: 'unreachable', code: 'network.bad_answer' });
  });

  it('the certificate is of an unknown authority', async () => {
    const certificate = authority.issue({ hosts: ['localhost'] });
    await using server = await serveHttps(certificate, (_, answer) => void answer.end('[]'));
    const result = await probed(`https://localhost:${server.port}`);
    expect(result).toMatchObject({ verdict: 'unreachable', code: 'network.tls_untrusted' });
  });

  it('the proxy wants a password', async () => {
    await using proxy = await startTinyproxy({ user: 'user', password: 'password' });
    const result = await probed('https://api.example.invalid', { proxy: `http://127.0.0.1:${proxy.port}` });
    expect(result).toMatchObject({ verdict: 'unreachable', code: 'network.proxy_auth_required' });
  });

  it('the proxy is not there', async () => {
    const result = await probed('https://api.example.invalid', { proxy: `http://127.0.0.1:${await unusedPort()}` });
    expect(result).toMatchObject({ verdict: 'unreachable', code: 'network.proxy_unreachable' });
  });
});
