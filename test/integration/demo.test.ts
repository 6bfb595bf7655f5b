/** The demo as `tokentray agent --demo` runs it, without the terminal. */
import { existsSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectAgent } from '../../main/agent/agent-client.ts';
import type { Output } from '../../main/cli/io.ts';
import { runAgent } from '../../main/cli/run-agent.ts';
import { systemClock } from '../../main/clock.ts';
import { startDemo } from '../../main/demo/demo.ts';
import type { Demo } from '../../main/demo/demo.ts';
import { openServices } from '../../main/services.ts';
import type { Services } from '../../main/services.ts';
import { openPage } from '../fixtures/demo-browser.ts';

const start = () =>
  startDemo({
    clock: systemClock,
    openServices: (environment) => openServices({ environment, staysRunning: true }),
  });

function collect(): Output & { text: string } {
  return {
    text: '',
    isTerminal: false,
    columns: undefined,
    colour: false,
    flushed: async () => undefined,
    write(more) {
      this.text += more;
    },
  };
}

describe('the demo', () => {
  let demo: Demo<Services>;
  let home: string;

  beforeEach(async () => {
    demo = await start();
    ({ home } = demo.services.storage);
  });

  afterEach(async () => {
    await demo.services.close();
    await demo.end();
  });

  it('lives in a folder that nobody else can enter', () => {
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it('keeps the vault in memory, so that no keychain is touched', () => {
    expect(demo.services.storage.vault.mode()).toBe('memory');
  });

  it('has a profile of every system, one of them the default', () => {
    const profiles = demo.services.storage.profiles.list().map(({ profile }) => [profile.name, profile.system]);
    expect(profiles).toStrictEqual([
      ['demo-acme', 'isc'],
      ['demo-acme-web', 'isc'],
      ['demo-aic', 'aic'],
      ['demo-flaky', 'isc'],
      ['demo-nerm', 'nerm'],
      ['demo-netfoundry', 'netfoundry'],
      ['demo-oidc', 'oauth'],
      ['demo-rejected', 'isc'],
    ]);
    expect(demo.services.profile().profile.name).toBe('demo-acme');
  });

  it.each(['demo-acme', 'demo-aic', 'demo-nerm', 'demo-netfoundry', 'demo-flaky'])(
    'has a token for %s, and its API takes it',
    async (name) => {
      const { id } = demo.services.profile(name);
      expect((await demo.services.probe(id)).verdict).toBe('works');
    },
  );

  it.each([
    ['demo-acme-web', ['Sign in as jane.admin'], 'jane.admin'],
    ['demo-oidc', ['Sign in as omar', 'Allow'], 'omar'],
  ] as const)('lets a person sign in to %s', async (name, buttons, user) => {
    const { id } = demo.services.profile(name);
    const signIn = await demo.services.signIns.start(id);
    const state = signIn.state();
    if (state.kind !== 'waiting-for-person') throw new Error(`not waiting, but ${state.kind}`);
    let page = await openPage(state.url);
    for (const button of buttons) page = await page.press(button);
    await fetch(page.location ?? '');
    expect(await signIn.ended).toMatchObject({ kind: 'done', identity: { user } });
  });

  it('renews a session with the refresh token that the sign-in brought', async () => {
    const { id } = demo.services.profile('demo-oidc');
    const signIn = await demo.services.signIns.start(id);
    const state = signIn.state();
    const page = await openPage(state.kind === 'waiting-for-person' ? state.url : '');
    const consent = await page.press('Sign in as jane');
    await fetch((await consent.press('Allow')).location ?? '');
    await signIn.ended;
    const first = await demo.services.engine.token(id);
    const second = await demo.services.engine.token(id, { force: true });
    expect(second.token).not.toBe(first.token);
    const api = demo.services.profile('demo-oidc').profile.endpoints?.api ?? '';
    const headers = { authorization: `Bearer ${second.token.accessToken}` };
    expect((await fetch(api, { headers })).status).toBe(200);
  });

  it('says that demo-rejected has a wrong secret', async () => {
    const { id } = demo.services.profile('demo-rejected');
    await expect(demo.services.engine.token(id)).rejects.toMatchObject({ data: { oauthError: 'invalid_client' } });
  });

  it('leaves nothing behind', async () => {
    await demo.services.close();
    await demo.end();
    expect(existsSync(home)).toBe(false);
  });
});

describe('an agent that shows the demo', () => {
  it('renews, tells of the rejected secret, answers others, and ends when it is told to', async () => {
    const demo = await start();
    const out = collect();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const running = runAgent({
      services: demo.services,
      title: 'demo',
      hint: () => ({ text: 'In another terminal:', command: ['tokentray', 'token', 'demo-acme'], continued: '\\' }),
      out,
      err: collect(),
      screen: undefined,
      ended,
      onUnlocked: () => undefined,
    });
    const isTold = (text: string) => out.text.includes(text);
    while (!isTold('demo-acme valid') || !isTold('demo-rejected stopped')) await delay(20);

    const client = await connectAgent(demo.services.storage.home);
    expect((await client?.token({}))?.text).toMatch(/^eyJ[\w.-]+\n$/);

    end();
    await running;
    expect(await connectAgent(demo.services.storage.home)).toBeUndefined();
    await demo.end();
    expect(out.text.split('\n').slice(0, 2)).toStrictEqual(['demo', 'In another terminal: tokentray token demo-acme']);
    expect(out.text).not.toContain('eyJ');
  });
});
