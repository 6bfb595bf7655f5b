import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { shellQuote } from '../../../main/snippets/shell-quote.ts';
import { renderSnippet } from '../../../main/snippets/snippet.ts';

const isc: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'a' };
const awkward = `a'b"c$(id)\`id\`\\!*~ #;&|<>`;
const token = { accessToken: awkward, tokenType: 'Bearer' };
const input = { profile: isc, token, literal: true };

// Stand-ins for the two programs that snippets call: each prints what it was called with.
const folder = mkdtempSync(join(tmpdir(), 'tokentray-snippets-'));

beforeAll(() => {
  writeProgram(
    'tokentray',
    `[ "$2" = refused ] && exit 5; printf 'TOKEN-OF-%s-%s' "$1" "$2"; shift 2; [ $# = 0 ] || printf '<%s>' "$@"`,
  );
  writeProgram('curl', `printf '[%s]' "$@"`);
});

afterAll(() => rmSync(folder, { recursive: true }));

function writeProgram(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

function run(script: string, shell = '/bin/sh'): string {
  const PATH = `${folder}:/usr/bin:/bin`;
  return execFileSync(shell, ['-c', script], {
    encoding: 'utf8',
    env: { PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('quotes any text so that a shell reads it back unchanged', () => {
  const text = fc.string({ unit: 'binary' }).map((raw) => raw.replaceAll('\0', ''));
  fc.assert(
    fc.property(text, (raw) => {
      expect(run(`printf %s ${shellQuote(raw)}`)).toBe(raw);
    }),
    { numRuns: 50 },
  );
});

it('curl sends a token that was asked for when the command runs', () => {
  expect(run(renderSnippet('curl', { ...input, literal: false }))).toBe(
    '[-sS][-H][Authorization: Bearer TOKEN-OF-token-acme-prod][https://acme.api.identitynow.com/v3/account-activities?limit=1]',
  );
});

it('curl sends a literal token unchanged', () => {
  expect(run(renderSnippet('curl', input))).toContain(`[Authorization: Bearer ${awkward}]`);
});

it('env exports a token that was asked for when the command runs', () => {
  const script = renderSnippet('env', { ...input, literal: false });
  expect(run(`${script}; sh -c 'printf %s "$SAIL_ACCESS_TOKEN"'`)).toBe('TOKEN-OF-token-acme-prod');
});

it.each(['sh', 'bash', 'zsh'])('env asks for the same scope in %s, whatever characters it is made of', (shell) => {
  const scope = `a'b$(id)\`id\`!*~ #;&|<>`;
  const script = renderSnippet('env', { ...input, literal: false, wishes: { scope, minValidSeconds: 5 } });
  expect(run(`${script}; printf %s "$SAIL_ACCESS_TOKEN"`, shell)).toBe(
    `TOKEN-OF-token-acme-prod<--min-valid><5><--scope><${scope}>`,
  );
});

it.each(['sh', 'bash', 'zsh'])('env fails in %s as the command does that it runs', (shell) => {
  const script = renderSnippet('env', { ...input, profile: { ...isc, name: 'refused' }, literal: false });
  expect(run(`${script}; printf %s $?`, shell)).toBe('5');
});

it('env exports a literal token unchanged', () => {
  expect(run(`${renderSnippet('env', input)}; sh -c 'printf %s "$SAIL_ACCESS_TOKEN"'`)).toBe(awkward);
});

it('curl does not run where no API is known, until API_URL says which', () => {
  const oauth: Profile = { ...isc, system: 'oauth', endpoints: { token: 'https://id.example.com/t' } };
  const script = renderSnippet('curl', { ...input, profile: oauth, literal: false });
  expect(() => run(script)).toThrow(/API_URL/);
  expect(run(`API_URL=https://api.example.com/v1; ${script}`)).toContain('[https://api.example.com/v1]');
});
