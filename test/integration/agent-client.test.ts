/** The agent and its client over a real socket. */
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectAgent } from '../../main/agent/agent-client.ts';
import type { AgentClient } from '../../main/agent/agent-client.ts';
import { startAgent } from '../../main/agent/agent-server.ts';
import type { RunningAgent } from '../../main/agent/agent-server.ts';
import { ask } from '../../main/agent/http-over-socket.ts';
import { socketPath } from '../../main/agent/socket-path.ts';
import { TokentrayError } from '../../main/errors.ts';
import type { TokenResult } from '../../main/tokens/tokens.ts';
import { FakeApplication, profileNamed } from '../fixtures/agent-ports.ts';
import { followChanges } from '../fixtures/change-follower.ts';
import type { ChangeFollower } from '../fixtures/change-follower.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

let application: FakeApplication;

beforeEach(() => {
  application = new FakeApplication();
});

afterEach(() => application.remove());

async function connected(): Promise<AgentClient> {
  const client = await connectAgent(application.home);
  if (client === undefined) throw new Error('no agent');
  return client;
}

describe('a client of the agent', () => {
  let agent: RunningAgent;
  let client: AgentClient;

  beforeEach(async () => {
    agent = await startAgent(application.ports);
    await application.add('acme');
    client = await connected();
  });

  afterEach(() => agent.close());

  it('gets the text to print', async () => {
    expect(await client.token({ name: 'acme' })).toStrictEqual({ text: 'token-CANARY-1\n' });
  });

  it('gets the token with what is known of it', async () => {
    expect(await client.tokenJson({ name: 'acme' })).toMatchObject({ name: 'acme', token: 'token-CANARY-1' });
  });

  it('gets the warning in words', async () => {
    application.answer = async () => ({ belowMinimum: true, remainingMs: 1_000 });
    expect((await client.token({})).warning).toMatch(/1 more second\b/);
  });

  it('passes on everything that it is asked', async () => {
    await client.token({ name: 'acme', minValidSeconds: 5, force: true, scope: 'a&b=c d', as: 'curl', literal: true });
    expect(application.asked).toStrictEqual([{ minValidMs: 5_000, force: true, scope: 'a&b=c d' }]);
  });

  it('has many profiles stored with their secrets, or none', async () => {
    const secrets = { clientSecret: 'secret-CANARY-many' };
    const [gamma, delta] = [profileNamed('gamma'), profileNamed('delta')];
    expect(await client.addMany({ profiles: [{ profile: gamma, secrets }, { profile: delta }] })).toEqual({
      names: ['gamma', 'delta'],
    });
    const stored = application.memory.profiles.find('gamma');
    expect(await application.memory.profiles.secrets(stored?.id ?? '')).toMatchObject({ values: secrets });
    const bound = { profile: profileNamed('epsilon'), secrets, boundOrigin: 'https://evil.example.com' };
    await expect(client.addMany({ profiles: [{ profile: profileNamed('zeta') }, bound] })).rejects.toMatchObject({
      code: 'auth.secret_rebind',
    });
    expect(application.memory.profiles.find('zeta')).toBeUndefined();
  });

  it('adds and changes profiles', async () => {
    const added = await client.add({ profile: profileNamed('beta'), secrets: { clientSecret: 'secret-CANARY-4' } });
    await client.edit('beta', { profile: { ...profileNamed('beta'), label: 'B' }, test: true });
    expect([added.name, application.memory.profiles.find('beta')?.profile.label]).toStrictEqual(['beta', 'B']);
  });

  it('sees how the profiles are doing', async () => {
    expect(await client.status()).toMatchObject([{ name: 'acme' }]);
  });

  it('gets the failure with its code, data and words', async () => {
    application.answer = async () => {
      throw new TokentrayError('network.rate_limited', { data: { host: 'acme.example', retryAfterMs: 5_000 } });
    };
    await expect(client.token({})).rejects.toMatchObject({
      code: 'network.rate_limited',
      data: { host: 'acme.example', retryAfterMs: 5_000 },
      what: expect.stringMatching(/\S/),
      next: expect.stringMatching(/\S/),
    });
  });

  it('is told that the agent has ended', async () => {
    await agent.close();
    await expect(client.status()).rejects.toMatchObject({ code: 'ipc.agent_lost' });
  });

  it('waits for a token that takes the agent longer than it may be silent about itself', async () => {
    application.answer = async () => {
      await delay(1_000);
      return {};
    };
    expect((await client.token({})).text).toBe('token-CANARY-1\n');
  });

  it('gets its answer although the agent is ending meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<Partial<TokenResult>>();
    application.answer = () => promise;
    const asking = client.token({});
    await until(() => application.asked.length === 1);
    const closing = agent.close();
    resolve({});
    expect((await asking).text).toBe('token-CANARY-1\n');
    await closing;
  });

  it('that hangs up cancels nothing that others wait for', async () => {
    const { promise, resolve } = Promise.withResolvers<Partial<TokenResult>>();
    application.answer = () => promise;
    const impatient = ask(agent.path, { method: 'GET', target: '/v1/token', idleMs: 50 });
    const patient = client.token({});
    await expect(impatient).rejects.toMatchObject({ code: 'ipc.agent_lost' });
    resolve({});
    expect((await patient).text).toBe('token-CANARY-1\n');
  });

  it('is one of fifty that are answered at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.token({ name: 'acme' })));
    expect(new Set(answers.map(({ text }) => text))).toStrictEqual(new Set(['token-CANARY-1\n']));
    expect(application.asked).toHaveLength(50);
  });
});

describe('following changes', () => {
  let agent: RunningAgent;
  let follower: ChangeFollower;

  beforeEach(async () => {
    agent = await startAgent(application.ports);
    follower = await followChanges(agent.path);
  });

  afterEach(async () => {
    follower.hangUp();
    await agent.close();
  });

  const heard = () => until(() => follower.notices.length > 0);

  it('hears of what is stored', async () => {
    await application.add('acme');
    await heard();
    expect(follower.notices).toStrictEqual([{ status: true, settings: false }]);
  });

  it('hears of settings', async () => {
    await application.memory.settings.set('proxy', 'http://proxy.example:8080');
    await heard();
    expect(follower.notices).toStrictEqual([{ status: false, settings: true }]);
  });

  it('hears of what the engine does', async () => {
    application.announce();
    await heard();
    expect(follower.notices).toStrictEqual([{ status: true, settings: false }]);
  });

  it('hears once of what changes together', async () => {
    for (let time = 0; time < 100; time++) application.announce();
    await heard();
    await delay(100);
    expect(follower.notices).toHaveLength(1);
  });

  it('leaves nothing behind in the agent after hanging up', async () => {
    const following = application.listenerCount;
    follower.hangUp();
    await until(() => application.listenerCount < following);
    expect(application.listenerCount).toBe(0);
  });

  it('ends when the agent ends, which waits for nobody who follows', async () => {
    await agent.close();
    agent = await startAgent({ ...application.ports, clock: new FakeClock() });
    follower = await followChanges(agent.path);
    await agent.close();
    await follower.ended;
    expect(follower.notices).toStrictEqual([]);
  });
});

describe('something else on the socket', () => {
  let server: Server;
  const sockets = new Set<Socket>();

  async function answerWith(text: string): Promise<void> {
    await listen((socket) => socket.once('data', () => socket.end(text)));
  }

  const answerNothing = () => listen((socket) => socket.resume());

  async function listen(serve: (socket: Socket) => void): Promise<void> {
    server = createServer((socket) => {
      sockets.add(socket);
      serve(socket);
    });
    await new Promise<void>((resolve) => {
      server.listen(socketPath(application.home, process.platform), resolve);
    });
  }

  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  const hello = (protocol: number) =>
    `HTTP/1.1 200 OK\r\n\r\n${JSON.stringify({ product: 'tokentray', protocol, version: '9.9.9', pid: 1 })}\n`;

  it('is an agent that is too new: this program must be updated', async () => {
    await answerWith(hello(2));
    await expect(connectAgent(application.home)).rejects.toMatchObject({
      code: 'ipc.agent_incompatible',
      data: { detail: expect.stringContaining('this program must be updated') },
    });
  });

  it('is an agent that is too old: the agent must be updated', async () => {
    await answerWith(hello(0));
    await expect(connectAgent(application.home)).rejects.toMatchObject({
      code: 'ipc.agent_incompatible',
      data: { detail: expect.stringContaining('the agent must be updated') },
    });
  });

  it('is an agent that refuses this version of the protocol', async () => {
    const body = JSON.stringify({ error: { code: 'ipc.agent_incompatible', data: {} }, what: 'no', next: 'update' });
    await answerWith(`HTTP/1.1 400 Bad Request\r\n\r\n${body}`);
    await expect(connectAgent(application.home)).rejects.toMatchObject({ code: 'ipc.agent_incompatible' });
  });

  it.each([
    ['is no agent', 'HTTP/1.1 200 OK\r\n\r\n{"product":"something"}'],
    ['speaks no JSON', 'HTTP/1.1 200 OK\r\n\r\nhello'],
    ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['hangs up without a word', ''],
    ['hangs up amid the answer', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"product":'],
  ])('that %s is no agent to rely on', async (_case, text) => {
    await answerWith(text);
    await expect(connectAgent(application.home)).rejects.toMatchObject({ code: 'ipc.agent_lost' });
  });

  it('that says nothing is no agent to rely on', async () => {
    await answerNothing();
    await expect(connectAgent(application.home)).rejects.toMatchObject({ code: 'ipc.agent_lost' });
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(5);
}
