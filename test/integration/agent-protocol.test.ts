/** What travels over the agent's socket, as a client without our code sees it. */
import { connect } from 'node:net';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAgent } from '../../main/agent/agent-server.ts';
import type { RunningAgent } from '../../main/agent/agent-server.ts';
import { TokentrayError } from '../../main/errors.ts';
import { FakeApplication, profileNamed, tokenRecord } from '../fixtures/agent-ports.ts';

let application: FakeApplication;
let agent: RunningAgent;

beforeEach(async () => {
  application = new FakeApplication();
  agent = await startAgent(application.ports);
  await application.add('acme');
});

afterEach(async () => {
  await agent.close();
  application.remove();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function send(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { headers = {}, body } = options;
    const outgoing = request({ socketPath: agent.path, method, path, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode, headers: incoming.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const codeIn = (answer: Answer): string =>
  (JSON.parse(answer.text) as { error: { code: string }; what: string; next: string }).error.code;

describe('GET /v1/token', () => {
  it('notes in the history that a token was given, and nothing where none was', async () => {
    await send('GET', '/v1/token?name=acme&cached=1');
    application.record = undefined;
    await send('GET', '/v1/token?name=acme&cached=1');
    const id = application.memory.profiles.find('acme')?.id;
    expect(application.memory.happened).toMatchObject([{ profileId: id, event: { what: 'given' } }]);
  });

  it('answers what the command line prints', async () => {
    const { status, headers, text } = await send('GET', '/v1/token?name=acme');
    expect({ status, type: headers['content-type'], text }).toStrictEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      text: 'token-CANARY-1\n',
    });
  });

  it('answers JSON to whoever accepts it', async () => {
    const expiresAtMs = Date.UTC(2030, 0, 1);
    application.answer = async () => ({ token: tokenRecord({ expiresAtMs, scope: 'read' }), remainingMs: 90_500 });
    const { text } = await send('GET', '/v1/token?name=acme', { headers: { accept: 'application/json' } });
    expect(JSON.parse(text)).toStrictEqual({
      name: 'acme',
      token: 'token-CANARY-1',
      tokenType: 'Bearer',
      scope: 'read',
      expiresAt: '2030-01-01T00:00:00.000Z',
      remainingSeconds: 90,
    });
  });

  it('writes the token as it is asked to', async () => {
    const { text } = await send('GET', '/v1/token?as=header');
    expect(text).toBe('Authorization: Bearer token-CANARY-1\n');
  });

  it('hands the wishes to the engine', async () => {
    await send('GET', '/v1/token?name=acme&minValid=600&force=1&scope=fr:am:*%20read');
    expect(application.asked).toStrictEqual([{ minValidMs: 600_000, force: true, scope: 'fr:am:* read' }]);
  });

  it('warns in a header that the token lives shorter than asked', async () => {
    application.answer = async () => ({ belowMinimum: true, remainingMs: 45_000 });
    const { headers } = await send('GET', '/v1/token');
    expect(decodeURIComponent(String(headers['tokentray-warning']))).toContain('45 more seconds');
  });

  it('says in words and with a code why there is none', async () => {
    application.answer = async () => {
      throw new TokentrayError('auth.refused', {
        data: { profile: 'acme', oauthError: 'invalid_client', status: 401 },
      });
    };
    const answer = await send('GET', '/v1/token?name=acme');
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: 'auth.refused', data: { oauthError: 'invalid_client' } },
      what: expect.stringMatching(/\S/),
      next: expect.stringMatching(/\S/),
    });
  });

  it.each([
    ['config.no_default_profile', 404],
    ['auth.secret_missing', 409],
    ['auth.sign_in_needed', 409],
    ['network.dns', 502],
    ['storage.keychain_locked', 503],
    ['internal.cancelled', 500],
  ] as const)('answers %s with status %i', async (code, status) => {
    application.answer = async () => {
      throw new TokentrayError(code);
    };
    expect((await send('GET', '/v1/token')).status).toBe(status);
  });

  it('tells nothing of an unexpected failure but that it happened', async () => {
    application.answer = async () => {
      throw new Error('secret-CANARY-2');
    };
    const answer = await send('GET', '/v1/token');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('CANARY');
  });

  it.each([
    'minvalid=60',
    'minValid=-1',
    'minValid=1.5',
    'force=yes',
    'as=telegram',
    'literal=',
    'scope=',
    'scope=a%22b',
    'scope=a%0Ab',
  ])('refuses ?%s and asks the engine nothing', async (query) => {
    const answer = await send('GET', `/v1/token?${query}`);
    expect([answer.status, codeIn(answer)]).toStrictEqual([400, 'config.usage']);
    expect(application.asked).toHaveLength(0);
  });

  it('refuses a profile that does not exist', async () => {
    const answer = await send('GET', '/v1/token?name=nobody');
    expect([answer.status, codeIn(answer)]).toStrictEqual([404, 'config.profile_not_found']);
  });
});

describe('GET /v1/token?cached=1', () => {
  it('hands over the stored token', async () => {
    expect((await send('GET', '/v1/token?cached=1')).text).toBe('token-CANARY-1\n');
  });

  it.each([
    ['there is none', undefined, ''],
    ['it lives too short', tokenRecord({ expiresAtMs: Date.now() + 30_000 }), ''],
    ['it lives shorter than asked', tokenRecord(), '&minValid=3000'],
    ['a new one is wanted', tokenRecord(), '&force=1'],
    ['another scope is wanted', tokenRecord(), '&scope=read'],
  ])('answers 204 and asks the engine nothing when %s', async (_case, record, more) => {
    application.record = record;
    const { status, text } = await send('GET', `/v1/token?cached=1${more}`);
    expect([status, text]).toStrictEqual([204, '']);
    expect(application.asked).toHaveLength(0);
  });
});

describe('the other requests', () => {
  it('says who it is', async () => {
    const { text } = await send('GET', '/v1/hello');
    expect(JSON.parse(text)).toStrictEqual({
      product: 'tokentray',
      protocol: 1,
      version: '0.0.0-test',
      pid: process.pid,
    });
  });

  it('tells how all profiles are doing', async () => {
    const { text } = await send('GET', '/v1/status');
    expect(JSON.parse(text)).toMatchObject([{ name: 'acme', token: 'valid' }]);
  });

  it('adds a profile with its secret', async () => {
    const body = JSON.stringify({ profile: profileNamed('beta'), secrets: { clientSecret: 'secret-CANARY-3' } });
    const { status, text } = await send('POST', '/v1/profiles', { body });
    expect([status, JSON.parse(text)]).toStrictEqual([200, { name: 'beta', warnings: [] }]);
    const stored = application.memory.profiles.find('beta');
    expect(await application.memory.profiles.secrets(stored?.id ?? '')).toMatchObject({
      values: { clientSecret: 'secret-CANARY-3' },
    });
  });

  it('names the field that is wrong', async () => {
    const body = JSON.stringify({ profile: { ...profileNamed('beta'), tenat: 'acme' } });
    const answer = await send('POST', '/v1/profiles', { body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: 'config.profile_invalid', data: { issues: [{ path: 'tenat' }] } },
    });
  });

  it('changes a profile', async () => {
    const body = JSON.stringify({ profile: { ...profileNamed('acme'), label: 'Acme' }, test: false });
    const { status } = await send('PATCH', '/v1/profiles/acme', { body });
    expect(status).toBe(200);
    expect(application.memory.profiles.find('acme')?.profile.label).toBe('Acme');
  });

  it('looks at the database and at all plans again when it is poked', async () => {
    const { status } = await send('POST', '/v1/poke');
    expect([status, application.looked, application.reconciled]).toStrictEqual([204, 1, 1]);
  });
});

describe('a request that the agent does not understand', () => {
  it.each([
    ['GET', '/v1/tokens', 404],
    ['GET', '/v1', 404],
    ['GET', '/', 404],
    ['GET', '/v1/status/acme', 404],
    ['PATCH', '/v1/profiles/a/b', 404],
    ['GET', '/v1/constructor', 404],
    ['DELETE', '/v1/profiles/acme', 405],
    ['POST', '/v1/token', 405],
    ['PATCH', '/v1/profiles/%E0%A4%A', 400],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const answer = await send(method, path, { body: '{}' });
    expect([answer.status, codeIn(answer)]).toStrictEqual([status, 'config.usage']);
  });

  it('says that it speaks another version of the protocol', async () => {
    const answer = await send('GET', '/v2/token');
    expect([answer.status, codeIn(answer)]).toStrictEqual([400, 'ipc.agent_incompatible']);
  });

  it.each([
    ['no JSON', '{"profile":'],
    ['no object', '[]'],
    ['null', 'null'],
    ['an unknown member', '{"profile":{},"secret":{}}'],
  ])('refuses a body that is %s', async (_case, body) => {
    const answer = await send('POST', '/v1/profiles', { body });
    expect([answer.status, codeIn(answer)]).toStrictEqual([400, 'config.usage']);
  });

  it('refuses a body above 256 KiB without keeping it', async () => {
    const answer = await send('POST', '/v1/profiles', { body: JSON.stringify({ profile: 'x'.repeat(300_000) }) });
    expect([answer.status, codeIn(answer)]).toStrictEqual([413, 'config.usage']);
  });

  it('answers what is no HTTP with an error that a client can read', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(agent.path, () => void socket.write('give me a token\r\n\r\n'));
      let received = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('config.usage');
  });
});
