/** Threat: the server at the token endpoint, or somebody in its place, wants more than the request it got. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine, Outcome } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { ServerAnswer, TokenServer } from '../fixtures/token-server.ts';

const secret = 'CANARY-q83vEjRWeJC-rze8SNFZ4kA-0x9d2b71';
let cli: CommandLine;
let servers: TokenServer[];

beforeEach(() => {
  servers = [];
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
});

afterEach(async () => {
  cli.remove();
  await Promise.all(servers.map((server) => server.close()));
});

async function serve(answer: ServerAnswer): Promise<TokenServer> {
  const server = await startTokenServer([answer]);
  servers.push(server);
  return server;
}

async function askOf(server: TokenServer, words: readonly string[] = []): Promise<Outcome> {
  const file = join(cli.root, 'acme.json');
  writeFileSync(file, profileText('acme', server.tokenEndpoint));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: JSON.stringify({ clientSecret: secret }) });
  return cli.run(['token', 'acme', ...words]);
}

describe('a server that', () => {
  it.each([301, 302, 303, 307, 308])('redirects with %i gets nothing sent to the other host', async (status) => {
    const elsewhere = await serve({ body: { access_token: 'stolen' } });
    const outcome = await askOf(await serve({ status, headers: { location: `${elsewhere.origin}/token` } }));
    expect({ code: outcome.code, sent: elsewhere.requests.length }).toEqual({ code: 6, sent: 0 });
  });

  it.each([
    ['as it is', secret],
    ['for HTML', secret.replaceAll('-', '&#45;')],
    ['for JSON, twice', secret.replaceAll('-', String.raw`\\u002d`)],
    ['for a URL', encodeURIComponent(secret).replaceAll('-', '%2D')],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in Basic credentials', Buffer.from(`6c9f1a2e:${secret}`).toString('base64')],
    ['in capitals', secret.toUpperCase()],
    ['by its first half', secret.slice(0, 20)],
    ['by its last half', secret.slice(20)],
    ['with a control character inside', secret.replace('-', '-\u0007')],
  ])('repeats the secret %s gets no word printed or stored', async (_how, quoted) => {
    const body = { error: 'invalid_client', error_description: `I do not like ${quoted} at all` };
    const { stderr, code } = await askOf(await serve({ status: 400, body }));
    expect(code).toBe(5);
    expect(stderr).not.toContain('do not like');
    expect(await cli.succeed(['status', '--json'])).not.toContain('do not like');
  });

  it('repeats the secret as its error does not get it printed', async () => {
    const { stderr } = await askOf(await serve({ status: 400, body: { error: secret } }));
    expect(stderr).not.toContain('CANARY');
  });

  it('sends terminal control sequences cannot move the cursor or set the title', async () => {
    const error_description = '\u001B]0;owned\u0007\u001B[2Jgone\r\nForged: line\u009B31m';
    const { stderr } = await askOf(await serve({ status: 400, body: { error: 'invalid_client', error_description } }));
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it.each([
    ['a line break, to forge a header', 'abc\r\nX-Evil: 1'],
    ['a control sequence', 'abc\u001B[2J'],
    ['nothing', ''],
  ])('puts %s into the token gets nothing printed', async (_what, access_token) => {
    const { code, stdout } = await askOf(await serve({ body: { access_token, expires_in: 749 } }));
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
  });

  it('puts quotes into the token cannot break out of a literal shell command', async () => {
    const server = await serve({ body: { access_token: `a'$(touch\${IFS}owned)'"b`, expires_in: 749 } });
    const { stdout, code } = await askOf(server, ['--as', 'env', '--literal']);
    expect(code).toBe(0);
    expect(stdout).toBe(`ACCESS_TOKEN='a'\\''$(touch\${IFS}owned)'\\''"b' && export ACCESS_TOKEN\n`);
  });

  it('asks for another kind of token gets a clear refusal', async () => {
    const { code } = await askOf(await serve({ body: { access_token: 'abc', token_type: 'mac', expires_in: 749 } }));
    expect(code).toBe(6);
  });

  it('pollutes prototypes through its JSON changes nothing', async () => {
    const body = '{"access_token":"abc","expires_in":749,"__proto__":{"scope":"admin"},"constructor":{"prototype":{}}}';
    const { code, stdout } = await askOf(await serve({ body, headers: { 'content-type': 'application/json' } }));
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'abc\n' });
  });
});

describe('plain http', () => {
  it('to anything but loopback is refused before anything is sent or stored', async () => {
    const file = join(cli.root, 'acme.json');
    for (const host of ['id.example.com', '10.0.0.1', '0.0.0.0', 'localhost.example.com', '127.0.0.1.example.com']) {
      writeFileSync(file, profileText('acme', `http://${host}/token`));
      const input = JSON.stringify({ clientSecret: secret });
      expect((await cli.run(['add', '--file', file, '--secrets', '-'], { input })).code).toBe(2);
    }
    expect(JSON.parse(await cli.succeed(['list', '--json']))).toEqual([]);
  });
});
