/** The tray application around its window: how it starts, comes back, shares its data folder, and ends. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallName, CallResult } from '../../preload/contract.ts';
import type { AppState } from '../../preload/views.ts';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';
import { launchApp } from './desktop/app-under-test.ts';
import type { AppUnderTest, LaunchOptions } from './desktop/app-under-test.ts';

const vault = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'passphrase-CANARY' };
const secrets = JSON.stringify({ clientSecret: 'secret-CANARY' });
const answer = { body: { access_token: 'token-CANARY-1', token_type: 'Bearer', expires_in: 749 } };

let commands: CommandLine;
let server: TokenServer;
let apps: AppUnderTest[];

beforeEach(async () => {
  commands = createCommandLine(vault);
  server = await startTokenServer([answer]);
  apps = [];
});
afterEach(async () => {
  for (const app of apps) await app.kill();
  await server.close();
  commands.remove();
});

async function launch(options: LaunchOptions = {}): Promise<AppUnderTest> {
  const { environment, ...others } = options;
  const app = await launchApp({ home: commands.home, environment: { ...vault, ...environment }, ...others });
  apps.push(app);
  return app;
}

async function addProfile(name = 'acme'): Promise<void> {
  const file = join(commands.root, 'profile.json');
  writeFileSync(file, profileText(name, server.tokenEndpoint));
  await commands.succeed(['add', '--file', file, '--secrets', '-'], { input: secrets });
}

async function call<Name extends CallName>(page: Page, name: Name, input?: object): Promise<CallResult<Name>> {
  const words = [JSON.stringify(name), input === undefined ? 'undefined' : JSON.stringify(input)].join(', ');
  return (await page.evaluate(`tokentray.call(${words})`)) as CallResult<Name>;
}

async function stateOf(page: Page): Promise<AppState> {
  const result = await call(page, 'app.state');
  if (!result.ok) throw new Error(result.failure.what);
  return result.value;
}

/** Waits as long as a person would. */
const soon = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 10_000, interval: 50 });

describe('the start', () => {
  it('opens the window while there is no profile', async () => {
    const app = await launch();
    expect(await (await app.window()).title()).toBe('Tokentray');
  });

  it('stays in the tray once there is one', async () => {
    await addProfile();
    const app = await launch();
    await soon(async () => expect(await app.tray.tooltip()).toContain('acme'));
    expect(await app.hasWindow()).toBe(false);
  });

  it('opens the window where there is no tray, and closing it says how to come back', async () => {
    await addProfile();
    const app = await launch({ tray: false });
    await (await app.window()).close();
    await soon(async () =>
      expect(await app.notifications()).toMatchObject([{ body: expect.stringMatching(/come back/) }]),
    );
    await app.clickNotification(0);
    await app.window();
  });

  it('at login opens nothing', async () => {
    const app = await launch({ arguments: ['--hidden'] });
    expect(await app.hasWindow()).toBe(false);
  });

  it('a second time opens the window of the first, and ends', async () => {
    await addProfile();
    const app = await launch();
    const second = launchApp({ home: commands.home, environment: vault }).catch(() => undefined);
    await app.window();
    await second;
    expect(await app.hasWindow()).toBe(true);
  });

  it('asks for the passphrase of a locked vault', async () => {
    await addProfile();
    const app = await launch({ environment: { TOKENTRAY_PASSPHRASE: '' } });
    const page = await app.window();
    expect((await stateOf(page)).lock).toMatchObject({ kind: 'passphrase' });
    await call(page, 'vault.unlock', { passphrase: vault.TOKENTRAY_PASSPHRASE });
    await soon(async () => expect(await stateOf(page)).toMatchObject({ lock: null, profiles: [{ token: 'valid' }] }));
  });
});

describe('the window', () => {
  it('opens where and how large it was', async () => {
    const app = await launch();
    await app.window();
    await app.setWindowBounds({ x: 40, y: 60, width: 700, height: 560 });
    await (await app.window()).close();
    await soon(async () => expect(await app.hasWindow()).toBe(false));
    await app.tray.choose('Open Tokentray');
    await app.window();
    expect(await app.windowBounds()).toMatchObject({ x: 40, y: 60, width: 700, height: 560 });
  });

  it('follows what the command line changes', async () => {
    const app = await launch();
    const page = await app.window();
    await addProfile('globex');
    await soon(async () => expect((await stateOf(page)).profiles).toMatchObject([{ name: 'globex', token: 'valid' }]));
    await commands.succeed(['settings', 'set', 'theme', 'dark']);
    await soon(async () => expect((await stateOf(page)).theme).toBe('dark'));
  });
});

describe('the agent', () => {
  it('is the tray application, and the command line asks it', async () => {
    await addProfile();
    const app = await launch();
    await soon(async () => expect(await app.tray.tooltip()).toMatch(/until/));
    expect(await commands.succeed(['token', 'acme'])).toBe('token-CANARY-1\n');
    expect(server.requests).toHaveLength(1);
  });

  it('of a terminal goes on, the window says so, and its place is taken when it ends', async () => {
    const agent = await commands.startAgent();
    const app = await launch();
    const page = await app.window();
    expect((await stateOf(page)).otherAgent).toMatchObject({ code: 'ipc.agent_running' });
    await agent.stop();
    await soon(async () => expect((await stateOf(page)).otherAgent).toBeNull());
    await addProfile();
    await soon(async () => expect((await stateOf(page)).profiles).toMatchObject([{ token: 'valid' }]));
  });
});

describe('starting at login', () => {
  it('is a file that starts it hidden on Linux, and is gone when it is switched off', async () => {
    const config = join(commands.root, 'config');
    const entry = join(config, 'autostart', 'dev.tokentray.app.desktop');
    const app = await launch({ environment: { XDG_CONFIG_HOME: config } });
    const page = await app.window();
    await call(page, 'settings.set', { key: 'startAtLogin', value: 'on' });
    await soon(() => expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* --hidden$/m));
    await call(page, 'settings.set', { key: 'startAtLogin', value: null });
    await soon(() => expect(existsSync(entry)).toBe(false));
  });
});

describe('quitting', () => {
  it('loses nothing of a request under way', async () => {
    await addProfile();
    server.answerWith([{ ...answer, delayMs: 700 }]);
    const app = await launch();
    await soon(() => expect(server.requests).toHaveLength(1));
    expect(await app.quit()).toBe(0);
    expect(await commands.succeed(['token', 'acme'])).toBe('token-CANARY-1\n');
    expect(server.requests).toHaveLength(1);
  });

  it('by the window ends the process', async () => {
    const app = await launch();
    await call(await app.window(), 'app.quit').catch(() => undefined);
    expect(await app.ended()).toBe(0);
  });
});

describe('the demo', () => {
  it('says what it is, works without anything of the person, and leaves nothing', async () => {
    const app = await launch({ arguments: ['--demo'] });
    const page = await app.window();
    const names = (await stateOf(page)).profiles.map(({ name }) => name);
    expect(names).toEqual([
      'demo-acme',
      'demo-acme-web',
      'demo-aic',
      'demo-flaky',
      'demo-nerm',
      'demo-netfoundry',
      'demo-oidc',
      'demo-rejected',
    ]);
    const settings = await call(page, 'settings.list');
    const folder = settings.ok ? settings.value.dataFolder : '';
    expect(existsSync(join(folder, 'tokentray.db'))).toBe(true);
    await app.quit();
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(dirname(folder))).toBe(true);
    expect(existsSync(commands.home)).toBe(false);
  });
});
