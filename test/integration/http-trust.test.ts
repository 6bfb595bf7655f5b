import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { ErrorCode, TokentrayError } from '../../main/errors.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { HttpOptions } from '../../main/http/create-http.ts';
import { serveHttp, serveHttps, serveTcp } from '../fixtures/loopback-server.ts';
import { createTlsAuthority } from '../fixtures/tls-authority.ts';
import type { ServerCertificate, TlsAuthority } from '../fixtures/tls-authority.ts';

let authority: TlsAuthority;
let certificate: ServerCertificate;
beforeAll(() => {
  authority = createTlsAuthority();
  certificate = authority.issue({ hosts: ['localhost', '127.0.0.1'] });
});
afterAll(() => authority[Symbol.dispose]());

const answerOk: RequestListener = (_, answer) => void answer.end('ok');

/** Posts to the URL with the given trust and closes. */
async function post(url: string, trust: Partial<HttpOptions> = {}) {
  const http = createHttp({ clock: systemClock, environment: {}, ...trust });
  try {
    return await http.send({ method: 'POST', url, headers: {}, body: 'secret=CANARY' });
  } finally {
    await http.close();
  }
}

/** Serves the certificate on `localhost`, posts to it, and tells how that failed and how many requests arrived. */
async function refusal(served: ServerCertificate, trust: Partial<HttpOptions> = {}) {
  let requests = 0;
  await using server = await serveHttps(served, (_, answer) => {
    requests++;
    answer.end();
  });
  const host = `localhost:${server.port}`;
  const error = (await post(`https://${host}/`, trust).catch((thrown: unknown) => thrown)) as TokentrayError;
  return { code: error.code, namesHost: error.data.host === host, requests };
}

const refusedWith = (code: ErrorCode) => ({ code, namesHost: true, requests: 0 });

describe('a server of an own authority', () => {
  test.each(['localhost', '127.0.0.1'])(
    'is believed as %s when NODE_EXTRA_CA_CERTS names the authority',
    async (host) => {
      await using server = await serveHttps(certificate, answerOk);
      const trust = { environment: { NODE_EXTRA_CA_CERTS: authority.caFile } };
      expect((await post(`https://${host}:${server.port}/`, trust)).body).toBe('ok');
    },
  );

  test('is believed when the setting names the authority', async () => {
    await using server = await serveHttps(certificate, answerOk);
    expect((await post(`https://localhost:${server.port}/`, { caFile: authority.caFile })).body).toBe('ok');
  });

  test.each([
    ['localhost', 'localhost'],
    ['127.0.0.1', false],
  ])('is told the name it is asked by, if it is one: %s', async (host, expected) => {
    const asked: unknown[] = [];
    await using server = await serveHttps(certificate, (request, answer) => {
      asked.push((request.socket as TLSSocket & { servername: string | false }).servername);
      answer.end();
    });
    await post(`https://${host}:${server.port}/`, { caFile: authority.caFile });
    expect(asked).toEqual([expected]);
  });

  test('is sent nothing when nobody names the authority', async () => {
    expect(await refusal(certificate)).toEqual(refusedWith('network.tls_untrusted'));
  });

  test('is sent nothing under a name that is not in its certificate', async () => {
    const other = authority.issue({ hosts: ['other.test'] });
    expect(await refusal(other, { caFile: authority.caFile })).toEqual(refusedWith('network.tls_hostname'));
  });

  test('is sent nothing when its certificate has expired', async () => {
    const expired = authority.issue({ hosts: ['localhost'], validity: ['20000101000000Z', '20010101000000Z'] });
    expect(await refusal(expired, { caFile: authority.caFile })).toEqual(refusedWith('network.tls_expired'));
  });

  test('is sent nothing when its certificate is not valid yet', async () => {
    const early = authority.issue({ hosts: ['localhost'], validity: ['20980101000000Z', '20990101000000Z'] });
    expect(await refusal(early, { caFile: authority.caFile })).toEqual(refusedWith('network.tls_expired'));
  });
});

test('a self-signed server is sent nothing', async () => {
  expect(await refusal(authority.selfSigned('localhost'))).toEqual(refusedWith('network.tls_untrusted'));
});

test("the switch with which Node stops checking certificates doesn't reach us", async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const environment = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  expect(await refusal(certificate, { environment })).toEqual(refusedWith('network.tls_untrusted'));
});

test.each(['caFile', 'NODE_EXTRA_CA_CERTS'])('with an unreadable file in %s no connection is made', async (source) => {
  await using server = await serveHttps(certificate, answerOk);
  const path = join(authority.folder, 'missing.pem');
  const trust = source === 'caFile' ? { caFile: path } : { environment: { NODE_EXTRA_CA_CERTS: path } };
  await expect(post(`https://localhost:${server.port}/`, trust)).rejects.toMatchObject({
    code: 'network.ca_file_unreadable',
    data: { path },
  });
  expect(server.connections()).toBe(0);
});

test('a server that speaks no TLS is no TLS server', async () => {
  await using server = await serveHttp(answerOk);
  await expect(post(`https://localhost:${server.port}/`)).rejects.toMatchObject({ code: 'network.tls_failed' });
});

test('a server that hangs up during the handshake resets', async () => {
  await using server = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
  await expect(post(`https://localhost:${server.port}/`)).rejects.toMatchObject({ code: 'network.reset' });
});

test('a handshake that never ends is a connect time-out', async () => {
  await using server = await serveTcp((socket) => socket.resume());
  const sent = post(`https://localhost:${server.port}/`, { connectTimeoutMs: 100 });
  await expect(sent).rejects.toMatchObject({
    code: 'network.connect_timeout',
    data: { host: `localhost:${server.port}` },
  });
});
