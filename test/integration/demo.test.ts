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

  it('has three profiles, one of them the default', () => {
    const names = demo.services.storage.profiles.list().map(({ profile }) => profile.name);
    expect(names).toStrictEqual(['demo-acme', 'demo-flaky', 'demo-rejected']);
    expect(demo.services.profile().profile.name).toBe('demo-acme');
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
