/** The log that a real agent keeps, followed by a real command, and what the doctor says beside it. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DoctorReport } from '../../main/doctor/report.ts';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { filesHolding } from '../fixtures/canary-search.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';

const secret = 'secret-CANARY-of-a-log';
const token = 'token-CANARY-of-a-log';
let cli: CommandLine;

beforeEach(() => {
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
});
afterEach(() => cli.remove());

async function add(name: string, tokenEndpoint: string): Promise<void> {
  writeFileSync(join(cli.root, `${name}.json`), profileText(name, tokenEndpoint));
  const input = JSON.stringify({ clientSecret: secret });
  await cli.succeed(['add', '--file', `${name}.json`, '--secrets', '-'], { input });
}

it('what an agent does is followed line by line, until Ctrl+C, and nothing of it is secret', async () => {
  await using server = await serveHttp((request, answer) => {
    request.resume();
    answer.writeHead(request.url === '/good' ? 200 : 400, { 'content-type': 'application/json' });
    const refusal = { error: 'invalid_client', error_description: `no ${secret}, no ${token}` };
    answer.end(JSON.stringify(request.url === '/good' ? { access_token: token, expires_in: 600 } : refusal));
  });
  await add('good', `http://127.0.0.1:${server.port}/good`);
  await add('bad', `http://127.0.0.1:${server.port}/bad`);

  const follower = cli.start(['logs', '--follow', '--json']);
  const ended = once(follower, 'close') as Promise<[number | null]>;
  let seen = '';
  follower.stdout.setEncoding('utf8').on('data', (text: string) => (seen += text));
  const agent = await cli.startAgent();
  await expect.poll(() => seen, { timeout: 15_000 }).toMatch(/token-obtained.+"good"/);
  await expect.poll(() => seen, { timeout: 15_000 }).toMatch(/token-failed.+"bad".+"invalid_client"/);
  const { findings } = JSON.parse((await cli.run(['doctor', '--json'])).stdout) as DoctorReport;
  expect(findings.find(({ area }) => area === 'agent')?.what).toContain(String(agent.process.pid));
  expect(findings.filter(({ about }) => about === 'bad')).toMatchObject([{ level: 'problem' }]);
  expect(await agent.stop()).toBe(0);
  await expect.poll(() => seen, { timeout: 15_000 }).toContain('"stopped"');
  follower.kill('SIGINT');
  expect((await ended)[0]).toBe(0);

  expect(seen).not.toContain('CANARY');
  expect(filesHolding(join(cli.home, 'logs'), [secret, token])).toEqual([]);
  expect(JSON.stringify(findings)).not.toContain('CANARY');
}, 60_000);
