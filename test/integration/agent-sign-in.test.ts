/** Signing in and out by the agent, as its client and as a client without our code sees it. */
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectAgent } from '../../main/agent/agent-client.ts';
import type { AgentClient } from '../../main/agent/agent-client.ts';
import { startAgent } from '../../main/agent/agent-server.ts';
import type { RunningAgent } from '../../main/agent/agent-server.ts';
import type { SignInReply } from '../../main/agent/protocol.ts';
import { TokentrayError } from '../../main/errors.ts';
import { FakeApplication } from '../fixtures/agent-ports.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';
import { waitingInBrowser } from '../fixtures/fake-sign-ins.ts';

let application: FakeApplication;
let clock: FakeClock;
let agent: RunningAgent;
let client: AgentClient;

beforeEach(async () => {
  application = new FakeApplication();
  clock = new FakeClock();
  agent = await startAgent({ ...application.ports, clock });
  await application.add('acme');
  const found = await connectAgent(application.home);
  if (found === undefined) throw new Error('no agent');
  client = found;
});

afterEach(async () => {
  await agent.close();
  application.remove();
});

const signIns = () => application.signIns;
const idOf = (name: string) => application.memory.profiles.find(name)?.id;

describe('a sign-in at the agent', () => {
  it('is started with its time-out, and tells where to sign in', async () => {
    const attempt = await client.signIn('acme', { timeoutMs: 60_000 });
    expect(attempt.state()).toStrictEqual(waitingInBrowser);
    expect(signIns().last).toMatchObject({ profileId: idOf('acme'), options: { timeoutMs: 60_000 } });
  });

  it('tells every change until its end', async () => {
    const attempt = await client.signIn('acme');
    const seen: string[] = [];
    attempt.onChange(() => seen.push(attempt.state().kind));
    signIns().last.become({ kind: 'finishing' });
    await until(() => seen.length === 1);
    signIns().last.become({ kind: 'done', identity: { user: 'jane.admin' } });
    expect(await attempt.ended).toStrictEqual({ kind: 'done', identity: { user: 'jane.admin' } });
    expect(seen).toStrictEqual(['finishing', 'done']);
  });

  it('is joined by whoever starts it again', async () => {
    const attempts = [await client.signIn('acme'), await client.signIn('acme')];
    signIns().last.become({ kind: 'done' });
    expect(await Promise.all(attempts.map(({ ended }) => ended))).toStrictEqual([{ kind: 'done' }, { kind: 'done' }]);
    expect(signIns().attempts).toHaveLength(1);
  });

  it('takes the pasted address', async () => {
    const attempt = await client.signIn('acme');
    await attempt.paste('https://app.example.com/cb?code=code-CANARY-1&state=s');
    expect(signIns().last.pasted).toStrictEqual(['https://app.example.com/cb?code=code-CANARY-1&state=s']);
    attempt.cancel();
    await attempt.ended;
  });

  it('says that a pasted address is wrong, and goes on', async () => {
    const attempt = await client.signIn('acme');
    signIns().last.pasteFailure = new TokentrayError('auth.sign_in_invalid', { data: { detail: 'no code' } });
    await expect(attempt.paste('hello')).rejects.toMatchObject({ code: 'auth.sign_in_invalid' });
    expect(attempt.state()).toStrictEqual(waitingInBrowser);
    attempt.cancel();
    await attempt.ended;
  });

  it('is accepted', async () => {
    const attempt = await client.signIn('acme');
    signIns().last.become({ kind: 'other-user', expected: { user: 'jane' }, actual: { user: 'joe' } });
    await attempt.accept();
    expect(await attempt.ended).toStrictEqual({ kind: 'done' });
    expect(signIns().last.accepted).toBe(1);
  });

  it('is cancelled', async () => {
    const attempt = await client.signIn('acme');
    attempt.cancel();
    expect(await attempt.ended).toStrictEqual({ kind: 'cancelled' });
    expect(signIns().last.state()).toStrictEqual({ kind: 'cancelled' });
  });

  it('fails for the client when the agent ends, which waits for nobody who follows', async () => {
    const attempt = await client.signIn('acme');
    await agent.close();
    expect(await attempt.ended).toMatchObject({ kind: 'failed', error: { code: 'ipc.agent_lost' } });
  });

  it('fails for the client when another agent has taken over meanwhile', async () => {
    const attempt = await client.signIn('acme');
    signIns().attempts.length = 0;
    await agent.close();
    agent = await startAgent({ ...application.ports, clock });
    await expect(attempt.paste('x')).rejects.toMatchObject({ code: 'ipc.agent_lost' });
  });

  it('cannot be started for the reason that the sign-in gives', async () => {
    signIns().startFailure = new TokentrayError('auth.sign_in_port_taken', { data: { host: 'localhost:8080' } });
    await expect(client.signIn('acme')).rejects.toMatchObject({
      code: 'auth.sign_in_port_taken',
      data: { host: 'localhost:8080' },
      what: expect.stringContaining('localhost:8080'),
    });
  });

  it('is not started for a profile that does not exist', async () => {
    await expect(client.signIn('nobody')).rejects.toMatchObject({ code: 'config.profile_not_found' });
  });
});

describe('signing out at the agent', () => {
  it('tells the server and forgets', async () => {
    expect(await client.signOut({ name: 'acme' })).toStrictEqual({ revoked: true });
    expect([signIns().signedOut, signIns().revoked]).toStrictEqual([[idOf('acme')], []]);
  });

  it('only tells the server, for a profile that is about to be removed', async () => {
    signIns().result = { revoked: false, warning: 'The server has no revocation endpoint.' };
    expect(await client.signOut({ name: 'acme', forget: false })).toStrictEqual(signIns().result);
    expect([signIns().signedOut, signIns().revoked]).toStrictEqual([[], [idOf('acme')]]);
  });
});

describe('GET /v1/sign-ins/{id}', () => {
  it('answers at once whoever knows nothing or something else', async () => {
    const { reply: first } = await post('/v1/sign-ins', { name: 'acme' });
    const { reply: other } = await get(`/v1/sign-ins/${first.id}?known=old`);
    expect([first, other]).toStrictEqual([first, first]);
    expect(first).toMatchObject({ name: 'acme', state: waitingInBrowser });
  });

  it('answers with the same after 25 s', async () => {
    const { reply } = await post('/v1/sign-ins', { name: 'acme' });
    const asking = get(`/v1/sign-ins/${reply.id}?known=${reply.version}`);
    await until(() => signIns().last.listenerCount === 1);
    await clock.advance(25_000);
    expect((await asking).reply).toStrictEqual(reply);
  });

  it('gives another version to another state', async () => {
    const { reply } = await post('/v1/sign-ins', { name: 'acme' });
    signIns().last.become({ kind: 'finishing' });
    expect((await get(`/v1/sign-ins/${reply.id}`)).reply.version).not.toBe(reply.version);
  });

  it('leaves nothing behind in the agent when the client hangs up', async () => {
    const { reply } = await post('/v1/sign-ins', { name: 'acme' });
    const timers = clock.pendingTimers;
    const asking = request({ socketPath: agent.path, path: `/v1/sign-ins/${reply.id}?known=${reply.version}` });
    asking.on('error', () => undefined);
    asking.end();
    await until(() => signIns().last.listenerCount === 1);
    asking.destroy();
    await until(() => signIns().last.listenerCount === 0);
    expect(clock.pendingTimers).toBe(timers);
  });

  it('knows no sign-in that it did not start', async () => {
    expect(await get('/v1/sign-ins/sign-in-9')).toMatchObject({ status: 404, code: 'config.usage' });
  });
});

describe('a request that makes no sense', () => {
  it.each([
    ['/v1/sign-ins', {}],
    ['/v1/sign-ins', { name: 1 }],
    ['/v1/sign-ins', { name: 'acme', timeoutMs: 0 }],
    ['/v1/sign-ins', { name: 'acme', timeoutMs: 1.5 }],
    ['/v1/sign-ins', { name: 'acme', timeoutMs: '300' }],
    ['/v1/sign-ins', { name: 'acme', timeoutMs: 86_400_001 }],
    ['/v1/sign-ins', { name: 'acme', browser: true }],
    ['/v1/sign-outs', { name: 'acme', forget: 'no' }],
  ])('POST %s %j starts and ends nothing', async (path, body) => {
    expect(await post(path, body)).toMatchObject({ status: 400, code: 'config.usage' });
    expect([signIns().attempts, signIns().signedOut, signIns().revoked]).toStrictEqual([[], [], []]);
  });

  it.each([
    {},
    { action: 'paste' },
    { action: 'paste', url: 1 },
    { action: 'accept', url: 'https://id.example.com' },
    { action: 'cancel', url: 'https://id.example.com' },
    { action: 'finish' },
  ])('the action %j changes nothing', async (body) => {
    const { reply } = await post('/v1/sign-ins', { name: 'acme' });
    expect(await post(`/v1/sign-ins/${reply.id}`, body)).toMatchObject({ status: 400, code: 'config.usage' });
    expect(signIns().last.state()).toStrictEqual(waitingInBrowser);
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly reply: SignInReply;
}

const get = (path: string) => send('GET', path);
const post = (path: string, body: unknown) => send('POST', path, JSON.stringify(body));

function send(method: string, path: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: agent.path, method, path }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => {
        const value = JSON.parse(text) as SignInReply & { error?: { code: string } };
        resolve({ status: incoming.statusCode, code: value.error?.code, reply: value });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(5);
}
