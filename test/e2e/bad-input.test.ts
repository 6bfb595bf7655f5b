/** What goes wrong, from the command line: the exit code, one line what happened, one line what to do, and no secret. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine, Outcome } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { ServerAnswer } from '../fixtures/token-server.ts';

const secrets = JSON.stringify({ clientSecret: 'CANARY-bad-input' });
let cli: CommandLine;

beforeEach(() => {
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
});

afterEach(() => cli.remove());

async function add(text: string, input = secrets): Promise<Outcome> {
  const file = join(cli.root, 'profile.json');
  await writeFile(file, text);
  return cli.run(['add', '--file', file, '--secrets', '-'], { input });
}

function expectFailure(outcome: Outcome, code: number): void {
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).not.toMatch(/CANARY|^\s+at |\.js:\d|undefined|\[object/m);
  expect(outcome.stderr.trimEnd().split('\n').length).toBeGreaterThanOrEqual(2);
}

describe('a profile file', () => {
  const good = JSON.parse(profileText('acme', 'https://id.example.com/token')) as Record<string, unknown>;
  const wrong: [string, Record<string, unknown>, RegExp][] = [
    ['with an unknown field', { clientid: 'x' }, /clientid.*clientId/s],
    ['with a field of the wrong type', { tags: 'emea' }, /tags/],
    ['with http to a public host', { endpoints: { token: 'http://id.example.com/token' } }, /endpoints\.token.*https/s],
    ['with a name of capitals', { name: 'Acme' }, /name/],
    ['with an unknown system', { system: 'iscc' }, /system.*isc/s],
    ['with a secret in it', { clientSecret: 'CANARY-in-file' }, /clientSecret.*--secrets/s],
    ['of a newer version', { version: 2 }, /version/],
  ];

  it.each(wrong)('%s is refused and stores nothing', async (_what, over, text) => {
    const outcome = await add(JSON.stringify({ ...good, ...over }));
    expectFailure(outcome, 2);
    expect(outcome.stderr).toMatch(text);
    expect(JSON.parse(await cli.succeed(['list', '--json']))).toEqual([]);
  });

  it('that is no JSON is refused with the place', async () => {
    const outcome = await add('{"version": 1,\n "name" "acme"}');
    expectFailure(outcome, 2);
    expect(outcome.stderr).toMatch(/line 2/);
  });

  it('that does not exist is refused', async () => {
    expectFailure(await cli.run(['add', '--file', 'nowhere.json', '--secrets', '-'], { input: secrets }), 2);
  });

  it('with an empty secret is refused and stores nothing', async () => {
    expectFailure(await add(JSON.stringify(good), '{"clientSecret":""}'), 2);
    expectFailure(await add(JSON.stringify(good), '{"clientSecret":"CANARY'), 2);
    expect(JSON.parse(await cli.succeed(['list', '--json']))).toEqual([]);
  });

  it('of a name that is taken is refused and changes nothing', async () => {
    expect((await add(JSON.stringify(good))).code).toBe(0);
    expectFailure(await add(JSON.stringify({ ...good, label: 'Other' })), 2);
    expect(await cli.succeed(['show', 'acme', '--json'])).not.toContain('Other');
  });

  it('with a client id without dashes is accepted', async () => {
    expect((await add(JSON.stringify({ ...good, clientId: 'G6xLlBBOKIcOAQuK' }))).code).toBe(0);
  });
});

describe('a mistyped word', () => {
  it.each([
    [['tokn'], 'token'],
    [['token', '--min-vald', '5'], '--min-valid'],
    [['token', '--as', 'crul'], 'curl'],
  ])('in %j is answered with the right one', async (words, right) => {
    const outcome = await cli.run(words);
    expectFailure(outcome, 2);
    expect(outcome.stderr).toContain(right);
  });

  it('in the name of a profile is answered with the right one', async () => {
    await add(profileText('acme-prod', 'https://id.example.com/token'));
    const outcome = await cli.run(['token', 'acme-prd']);
    expectFailure(outcome, 3);
    expect(outcome.stderr).toContain('acme-prod');
  });

  it('that puts a secret on the command line is refused without repeating it', async () => {
    expectFailure(await cli.run(['add', '--client-secret', 'CANARY-in-argv']), 2);
    expectFailure(await cli.run(['add', '--secrets={"clientSecret":"CANARY-in-argv"}', '--file', 'x.json']), 2);
  });
});

describe('a server', () => {
  const big = 'x'.repeat(2 * 1024 * 1024);
  const refusal = { error: 'invalid_client', error_description: 'no CANARY-bad-input here' };
  const answers: [string, ServerAnswer, number, RegExp][] = [
    ['that refuses the secret', { status: 401, body: refusal }, 5, /invalid_client/],
    [
      'that answers with HTML',
      { headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' },
      6,
      /HTML|not JSON|JSON/,
    ],
    ['that answers with 2 MB', { body: big }, 6, /1 MiB|large|too big/i],
    ['that answers with half a JSON', { body: '{"access_token":"abc' }, 6, /./],
    ['that redirects', { status: 302, headers: { location: 'https://elsewhere.example/' } }, 6, /elsewhere\.example/],
    ['that fails', { status: 503, body: '<h1>down</h1>' }, 6, /503/],
    ['that hangs up', { fate: 'reset-midway', body: '{"access_token":"abcdefgh"}' }, 6, /./],
    ['that asks to wait', { status: 429, headers: { 'retry-after': '120' } }, 6, /2 min|120/],
  ];

  it.each(answers)('%s gets a clear error', async (_what, answer, code, text) => {
    const server = await startTokenServer([answer]);
    expect((await add(profileText('acme', server.tokenEndpoint))).code).toBe(0);
    const outcome = await cli.run(['token', 'acme']);
    await server.close();
    expectFailure(outcome, code);
    expect(outcome.stderr).toMatch(text);
    const json = await cli.run(['token', 'acme', '--json']);
    expect(JSON.parse(json.stderr)).toMatchObject({ error: { code: expect.any(String), exit: code } });
  });

  it('that never answers is given up within the time-outs', async () => {
    const server = await startTokenServer([{ fate: 'never' }]);
    await add(profileText('acme', server.tokenEndpoint));
    const outcome = await cli.run(['token', 'acme']);
    await server.close();
    expectFailure(outcome, 6);
  });

  it('that is not there gets a clear error', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((settle) => closed.once('listening', settle));
    const { port } = closed.address() as AddressInfo;
    await new Promise((settle) => closed.close(settle));
    await add(profileText('acme', `http://127.0.0.1:${port}/token`));
    const outcome = await cli.run(['token', 'acme']);
    expectFailure(outcome, 6);
    expect(outcome.stderr).toContain(`127.0.0.1:${port}`);
  });

  it('whose name nobody knows gets a clear error', async () => {
    await add(profileText('acme', 'https://id.tokentray.invalid/token'));
    const outcome = await cli.run(['token', 'acme']);
    expectFailure(outcome, 6);
    expect(outcome.stderr).toContain('id.tokentray.invalid');
  });
});

describe('a secret bound to its host', () => {
  it('is not sent to another one by an edit; it is asked for again', async () => {
    const first = await startTokenServer([{ body: { access_token: 'first', expires_in: 749 } }]);
    const second = await startTokenServer([{ body: { access_token: 'second', expires_in: 749 } }]);
    await add(profileText('acme', first.tokenEndpoint));
    const file = join(cli.root, 'moved.json');
    await writeFile(file, profileText('acme', second.tokenEndpoint));
    const refused = await cli.run(['edit', 'acme', '--file', file]);
    expectFailure(refused, 4);
    expect(refused.stderr).toContain(new URL(second.origin).host);
    expect((await cli.run(['edit', 'acme', '--file', file, '--no-test'])).code).toBe(0);
    expectFailure(await cli.run(['token', 'acme']), 4);
    expect(second.requests).toHaveLength(0);
    await cli.succeed(['edit', 'acme', '--secrets', '-'], { input: secrets });
    expect(await cli.succeed(['token', 'acme'])).toBe('second\n');
    await first.close();
    await second.close();
  });
});
