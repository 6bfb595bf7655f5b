/** A person signs in from the command line with a browser of their own, at a tenant that is as strict as the real one. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant } from '../../main/demo/isc/tenant.ts';
import type { IscTenant } from '../../main/demo/isc/tenant.ts';
import { filesHolding, holds } from '../fixtures/canary-search.ts';
import { createCommandLine } from '../fixtures/command-line.ts';
import type { CommandLine, Outcome } from '../fixtures/command-line.ts';
import { signInAt } from '../fixtures/demo-browser.ts';
import { startLogin } from '../fixtures/waiting-login.ts';
import type { WaitingLogin } from '../fixtures/waiting-login.ts';
import { createPerson } from './desktop/person.ts';
import type { Person } from './desktop/person.ts';

const jane = 'Sign in as jane.admin';
const omar = 'Sign in as omar.reader';
const pasteUri = 'https://app.example.com/oauth/redirect';
const clientSecret = `people-CANARY-${randomUUID()}`;
const vault = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' };

let cli: CommandLine;
let tenant: IscTenant;
let person: Person;
let redirectUri: string;

beforeEach(async () => {
  redirectUri = `http://localhost:${await freePort()}/myApp/code`;
  const grantTypes = ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'] as const;
  tenant = await startIscTenant({
    clock: systemClock,
    tokenLifetimeSeconds: 600,
    clients: [
      { clientId: 'people', clientSecret, name: 'Tokentray', grantTypes, redirectUris: [redirectUri, pasteUri] },
    ],
  });
  cli = createCommandLine(vault);
  person = createPerson();
});

afterEach(async () => {
  await person.close();
  await tenant.close();
  cli.remove();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function add(name: string, over: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const endpoints = {
    token: tenant.tokenEndpoint,
    authorize: tenant.authorizeEndpoint,
    api: tenant.apiBase,
    ui: tenant.login.origin,
  };
  const profile = { name, system: 'isc', auth: 'authorization_code', clientId: 'people', redirectUri, endpoints };
  const file = join(cli.root, `${name}.json`);
  writeFileSync(file, JSON.stringify({ ...profile, ...over }));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: JSON.stringify({ clientSecret }) });
}

const login = (name: string, ...words: readonly string[]) => startLogin(cli, [name, '--no-browser', ...words]);

async function signIn(name: string, ...words: readonly string[]): Promise<Outcome> {
  const waiting = login(name, ...words);
  await person.visit(await waiting.address(), jane);
  return waiting.outcome;
}

const isGood = async (name: string) => typeof tenant.check((await cli.succeed(['token', name])).trimEnd()) !== 'string';

describe('tokentray login --no-browser', () => {
  it('prints the address alone, waits for the browser, and says who signed in', async () => {
    await add('acme');
    const waiting = login('acme');
    const address = await waiting.address();
    expect(await person.visit(address, jane)).toMatch(/signed in to acme/i);
    const { code, stdout, stderr } = await waiting.outcome;
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${address}\n` });
    expect(stderr).toContain('Signed in to acme as jane.admin (org acme-demo). The session ends ');
    expect(await isGood('acme')).toBe(true);
  });

  it('leaves no secret, code or token outside of the vault', async () => {
    await add('acme');
    const { stdout, stderr } = await signIn('acme');
    const token = (await cli.succeed(['token', 'acme'])).trimEnd();
    expect(filesHolding(cli.root, [clientSecret, token])).toEqual([]);
    expect(holds(stdout + stderr, clientSecret)).toBe(false);
  });

  it('ends with 4 when the person denies, and the page says so', async () => {
    await add('acme');
    const waiting = login('acme');
    expect(await person.visit(await waiting.address(), 'Deny')).not.toMatch(/signed in/i);
    const { code, stderr } = await waiting.outcome;
    expect(code).toBe(4);
    expect(stderr).toContain('denied');
  });

  it('ends with 4 when nobody comes in time', async () => {
    await add('acme');
    expect(await login('acme', '--timeout', '1').outcome).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('not finished in time'),
    });
  });

  it('takes another user than the profile expects only when told to', async () => {
    await add('acme', { expectUser: 'omar.reader' });
    const refused = await signIn('acme');
    expect(refused).toMatchObject({ code: 4, stderr: expect.stringContaining('expects omar.reader') });
    expect((await cli.run(['token', 'acme'])).code).toBe(4);
    const taken = await signIn('acme', '--accept-user');
    expect(taken).toMatchObject({ code: 0, stderr: expect.stringContaining('Signed in to acme as jane.admin') });
  });

  it('ends at once with Ctrl+C and gives the port back', async () => {
    await add('acme');
    const waiting = login('acme');
    await waiting.address();
    waiting.interrupt();
    expect((await waiting.outcome).code).toBe(1);
    expect((await signIn('acme')).code).toBe(0);
  });

  it('says which port another program has', async () => {
    await add('acme');
    const { port } = new URL(redirectUri);
    const other = createServer().listen(Number(port), '127.0.0.1');
    await once(other, 'listening');
    try {
      expect(await login('acme').outcome).toMatchObject({
        code: 4,
        stderr: expect.stringContaining(`127.0.0.1:${port}`),
      });
    } finally {
      other.close();
    }
  });
});

describe('an address that is pasted', () => {
  const pasted = async (waiting: WaitingLogin) => {
    const parameters = await signInAt(await waiting.address(), jane);
    return `${pasteUri}?${parameters.toString()}`;
  };

  it('finishes a sign-in that comes back to another machine; wrong ones before it end nothing', async () => {
    await add('acme', { redirectUri: pasteUri });
    const waiting = login('acme');
    const address = await pasted(waiting);
    waiting.paste('CANARY, which is no address');
    await waiting.says(/The sign-in goes on/);
    waiting.paste(address.replace(/state=[^&]*/, 'state=forged-CANARY'));
    await waiting.says(/The sign-in goes on[^]*The sign-in goes on/);
    waiting.paste(address);
    const { code, stdout, stderr } = await waiting.outcome;
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain('CANARY');
    expect(await isGood('acme')).toBe(true);
  });

  it('finishes one that this machine waits for, too', async () => {
    await add('acme');
    const waiting = login('acme');
    const parameters = await signInAt(await waiting.address(), jane);
    waiting.paste(`${redirectUri}?${parameters.toString()}`);
    expect((await waiting.outcome).code).toBe(0);
  });

  it('need not come: the end of standard input ends nothing', async () => {
    await add('acme');
    const waiting = login('acme');
    waiting.endInput();
    await person.visit(await waiting.address(), jane);
    expect((await waiting.outcome).code).toBe(0);
  });
});

describe('two profiles whose clients are registered with one port', () => {
  it('sign in one after the other in two processes, and the second says why it waits', async () => {
    await add('first');
    await add('second');
    const first = login('first');
    const address = await first.address();
    const second = login('second');
    await second.says(/waiting for its end/);
    await person.visit(address, jane);
    expect((await first.outcome).code).toBe(0);
    await person.visit(await second.address(), omar);
    expect(await second.outcome).toMatchObject({ code: 0, stderr: expect.stringContaining('as omar.reader') });
  });

  it('sign in at the same time through the agent, in any order', async () => {
    await add('first');
    await add('second');
    const agent = await cli.startAgent();
    const [first, second] = [login('first'), login('second')];
    const address = await first.address();
    await person.visit(await second.address(), omar);
    expect(await second.outcome).toMatchObject({ code: 0, stderr: expect.stringContaining('as omar.reader') });
    await person.visit(address, jane);
    expect(await first.outcome).toMatchObject({ code: 0, stderr: expect.stringContaining('as jane.admin') });
    expect(await agent.stop()).toBe(0);
  });
});

describe('with the agent running', () => {
  it('Ctrl+C at the command cancels the sign-in at the agent', async () => {
    await add('acme');
    const agent = await cli.startAgent();
    const waiting = login('acme');
    const address = await waiting.address();
    waiting.interrupt();
    expect((await waiting.outcome).code).toBe(1);
    const next = login('acme');
    expect(await next.address()).not.toBe(address);
    next.interrupt();
    await next.outcome;
    await agent.stop();
  });

  it('the end of the agent ends the sign-in with a word', async () => {
    await add('acme');
    const agent = await cli.startAgent();
    const waiting = login('acme');
    await waiting.address();
    await agent.stop();
    expect((await waiting.outcome).code).toBe(1);
  });
});

describe('tokentray login', () => {
  it('opens the browser of the person, and nothing stands on standard output but the end', async () => {
    await add('acme');
    const folder = join(cli.root, 'bin');
    const seen = join(cli.root, 'opened');
    mkdirSync(folder);
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > '${seen}'\n`);
    chmodSync(join(folder, 'xdg-open'), 0o755);
    const environment = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, DISPLAY: ':99' };
    const waiting = startLogin(cli, ['acme'], environment);
    await waiting.says(/Your browser shows the sign-in/);
    await person.visit(readFileSync(seen, 'utf8'), jane);
    const { code, stdout } = await waiting.outcome;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Signed in to acme as jane\.admin \(org acme-demo\)\. The session ends .+\.\n$/);
  });

  it('shows the address where there is no browser', async () => {
    await add('acme');
    const waiting = startLogin(cli, ['acme']);
    await waiting.says(/No browser could be opened here\.[^]*\nhttp\S+\n/);
    waiting.interrupt();
    expect((await waiting.outcome).stdout).toBe('');
  });
});

describe('a session', () => {
  it('is shown with its end, renews the token, and is over after logout', async () => {
    await add('acme');
    expect(await cli.run(['token', 'acme'])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('tokentray login acme'),
    });
    await signIn('acme');
    expect(await cli.succeed(['status'])).toContain('session ends');
    const first = await cli.succeed(['token', 'acme']);
    expect(await cli.succeed(['token', 'acme', '--force'])).not.toBe(first);
    expect(await cli.run(['logout', 'acme'])).toMatchObject({ code: 0, stdout: 'Signed out of acme.\n' });
    expect((await cli.run(['token', 'acme'])).code).toBe(4);
  });

  it('that is replaced by another sign-in is not lost when that one fails', async () => {
    await add('acme');
    await signIn('acme');
    const waiting = login('acme');
    await person.visit(await waiting.address(), 'Deny');
    expect((await waiting.outcome).code).toBe(4);
    expect(await isGood('acme')).toBe(true);
  });
});
