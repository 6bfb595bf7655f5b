/** The demo as a newcomer runs it: tokens come, are renewed, a secret is refused, a server fails and recovers, nothing stays. */
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';

let cli: CommandLine;

beforeEach(() => {
  cli = createCommandLine();
});

afterEach(() => cli.remove());

describe('the demo', () => {
  it('shows a whole day of tokens within two minutes, works from another terminal, and leaves nothing', async () => {
    const demo = cli.start(['agent', '--demo']);
    const ended = once(demo, 'close');
    let text = '';
    demo.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
    const shown = async (pattern: RegExp) => {
      for (let tenths = 0; tenths < 1_150 && !pattern.test(text); tenths++) await delay(100);
      expect(text).toMatch(pattern);
    };

    await shown(/demo-acme valid/);
    await shown(/demo-rejected stopped: .*invalid_client/);
    const home = /TOKENTRAY_HOME=(\S+) (\S+) (\S+) token demo-acme/.exec(text)?.[1] ?? '';
    const environment = { TOKENTRAY_HOME: home };
    expect(await cli.succeed(['token', 'demo-acme'], { environment })).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect((await cli.run(['token', 'demo-rejected'], { environment })).code).toBe(5);
    for (const name of ['demo-aic', 'demo-netfoundry', 'demo-nerm']) {
      expect(await cli.succeed(['probe', name], { environment })).toContain('The token works');
    }
    for (const name of ['demo-acme-web', 'demo-oidc']) {
      expect((await cli.run(['token', name], { environment })).code).toBe(4);
    }

    await shown(/demo-flaky .*retry|demo-flaky .*again/);
    await shown(/(demo-flaky .*(retry|again)[^]*demo-flaky valid)/);
    await shown(/(demo-acme valid[^]*){2}/);

    demo.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(existsSync(home)).toBe(false);
    expect(readdirSync(cli.root)).toEqual([]);
  }, 150_000);
});
