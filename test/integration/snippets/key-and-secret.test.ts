import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { renderSnippet } from '../../../main/snippets/snippet.ts';
import { serveHttp } from '../../fixtures/loopback-server.ts';

const key = 'key-CANARY';
const secret = `s"e'c$(id)ret:  \\x CANARY`;
const token = { accessToken: key, tokenType: 'bearer', apiSecret: secret };

// Stands in for the program that the snippets call.
const folder = mkdtempSync(join(tmpdir(), 'tokentray-snippets-'));

beforeAll(() => {
  writeFileSync(join(folder, 'key'), key);
  const profile: Profile = { name: 'logs', system: 'aic', auth: 'api_key', tenant: 'openam-acme.forgeblocks.com' };
  writeFileSync(join(folder, 'headers'), `${renderSnippet('header', { profile, token, literal: false })}\n`);
  const script = `#!/bin/sh\n[ "$3" = --as ] && exec cat '${folder}/headers'\nexec cat '${folder}/key'\n`;
  writeFileSync(join(folder, 'tokentray'), script);
  chmodSync(join(folder, 'tokentray'), 0o755);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(script: string, shell: string): Promise<string> {
  const env = { PATH: `${folder}:/usr/bin:/bin` };
  return (await promisify(execFile)(shell, ['-c', script], { env })).stdout;
}

it.each([
  ['sh', false],
  ['bash', false],
  ['zsh', false],
  ['sh', true],
])('curl in %s sends key and secret each in its header (literal: %s)', async (shell, literal) => {
  let seen: IncomingHttpHeaders = {};
  await using server = await serveHttp((request, answer) => {
    seen = request.headers;
    answer.end('answered');
  });
  const api = `http://127.0.0.1:${server.port}`;
  const profile: Profile = { name: 'logs', system: 'aic', auth: 'api_key', endpoints: { api } };
  expect(await run(renderSnippet('curl', { profile, token, literal }), shell)).toBe('answered');
  expect([seen['x-api-key'], seen['x-api-secret']]).toEqual([key, secret]);
});

it.each(['sh', 'bash', 'zsh'])('env in %s sets a variable for each', async (shell) => {
  const profile: Profile = { name: 'logs', system: 'aic', auth: 'api_key', tenant: 'openam-acme.forgeblocks.com' };
  const script = renderSnippet('env', { profile, token, literal: false });
  const printed = await run(`${script}; sh -c 'printf "%s|%s" "$AIC_API_KEY" "$AIC_API_SECRET"'`, shell);
  expect(printed).toBe(`${key}|${secret}`);
});
