/** Threat: another user plants compiled code where the command line keeps its own. */
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';

let cli: CommandLine;

beforeEach(async () => {
  cli = createCommandLine();
  await cli.succeed(['settings', 'set', 'proxy', 'http://proxy.example.com:3128']);
});

afterEach(() => cli.remove());

describe('the compile cache', () => {
  const folder = () => join(cli.home, 'compile-cache');

  it('is used in a folder that only its owner can enter', async () => {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    await cli.succeed(['list']);
    expect(readdirSync(folder())).not.toEqual([]);
  });

  it('is not used in a folder that others can write', async () => {
    const open = createCommandLine();
    mkdirSync(join(open.home, 'compile-cache'), { recursive: true });
    chmodSync(join(open.home, 'compile-cache'), 0o777);
    await open.succeed(['settings', 'set', 'proxy', 'http://proxy.example.com:3128']);
    await open.succeed(['list']);
    expect(readdirSync(join(open.home, 'compile-cache'))).toEqual([]);
    open.remove();
  });
});
