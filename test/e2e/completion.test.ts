/** Completion in real shells, as their users load it. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText, tokentrayBin } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';

const exec = promisify(execFile);
let cli: CommandLine;

beforeEach(async () => {
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
  const bin = join(cli.root, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'tokentray'), `#!/bin/sh\nexec '${process.execPath}' '${tokentrayBin}' "$@"\n`);
  chmodSync(join(bin, 'tokentray'), 0o755);
  writeFileSync(join(cli.root, 'acme.json'), profileText('acme-prod', 'https://id.example.com/token'));
  const input = JSON.stringify({ clientSecret: 'CANARY-completion' });
  await cli.succeed(['add', '--file', 'acme.json', '--secrets', '-'], { input });
});

afterEach(() => cli.remove());

async function shell(command: string, ...words: readonly string[]): Promise<readonly string[]> {
  const environment = {
    PATH: `${join(cli.root, 'bin')}:${process.env['PATH']}`,
    HOME: cli.root,
    TOKENTRAY_HOME: cli.home,
    LANG: 'C.UTF-8',
  };
  const { stdout } = await exec(command, words, { env: environment, cwd: cli.root });
  return stdout.split('\n').map((line) => line.split('\t')[0]?.trim() ?? '');
}

const inBash = (...words: readonly string[]) =>
  shell(
    'bash',
    '-c',
    `source /usr/share/bash-completion/bash_completion
     source <(tokentray completion bash)
     COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=\${#COMP_LINE}
     "$(complete -p tokentray | sed 's/.*-F \\([^ ]*\\).*/\\1/')" 2>/dev/null
     printf '%s\\n' "\${COMPREPLY[@]}"`,
    'bash',
    ...words,
  );

const inFish = (line: string) =>
  shell('fish', '--no-config', '-c', `source (tokentray completion fish | psub); complete -C '${line}'`);

describe('bash', () => {
  it('completes commands, names of profiles and choices', async () => {
    expect((await inBash('tokentray', 'to')).filter(Boolean)).toEqual(['token']);
    expect(await inBash('tokentray', 'token', 'ac')).toContain('acme-prod');
    expect(await inBash('tokentray', 'token', '--as', '')).toEqual(
      expect.arrayContaining(['raw', 'header', 'curl', 'env']),
    );
  });
});

describe('a line that is completed', () => {
  it('is not run: no substitution, no redirection', async () => {
    await inBash('tokentray', 'token', `$(touch ${join(cli.root, 'run')})`, 'a');
    await inBash('tokentray', 'export', '>', join(cli.root, 'written'), 'a');
    expect(readdirSync(cli.root).filter((name) => ['run', 'written'].includes(name))).toEqual([]);
  });
});

describe('fish', () => {
  it('completes commands, names of profiles and choices', async () => {
    expect(await inFish('tokentray to')).toContain('token');
    expect(await inFish('tokentray token ac')).toContain('acme-prod');
    expect(await inFish('tokentray token --as ')).toEqual(expect.arrayContaining(['raw', 'header', 'curl', 'env']));
  });
});

describe('zsh', () => {
  it('takes the script and registers it', async () => {
    const script =
      'autoload -Uz compinit && compinit -u -D; source <(tokentray completion zsh); print -r -- $_comps[tokentray]';
    expect((await shell('zsh', '-f', '-c', script)).filter(Boolean)).toEqual([expect.stringContaining('tokentray')]);
  });
});
