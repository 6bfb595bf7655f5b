/** What a program that ends at once has written, to files and pipes of every temper. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOut } from '../../main/cli/write-out.ts';

const { O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

let folder: string;
let opened: number[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-write-'));
  opened = [];
});

afterEach(() => {
  for (const fd of opened) closeSync(fd);
  rmSync(folder, { recursive: true, force: true });
});

function open(path: string, flags: string | number): number {
  const fd = openSync(path, flags);
  opened.push(fd);
  return fd;
}

const makePipe = (path: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', path]);

describe('writeOut', () => {
  it('has written everything when it returns', () => {
    const path = join(folder, 'file');
    writeOut(open(path, 'w'), 'token €\n');
    expect(readFileSync(path, 'utf8')).toBe('token €\n');
  });

  it('waits for a reader that is slower, where the pipe does not', async () => {
    const pipe = join(folder, 'pipe');
    const copy = join(folder, 'copy');
    makePipe(pipe);
    const reader = spawn('sh', ['-c', 'exec 3< "$0"; sleep 0.2; cat <&3 > "$1"', pipe, copy]);
    const ended = once(reader, 'close');
    const text = 'x'.repeat(300_000);
    const blocking = openSync(pipe, O_WRONLY);
    const fd = openSync(pipe, O_WRONLY | O_NONBLOCK);
    writeOut(fd, text);
    closeSync(fd);
    closeSync(blocking);
    await ended;
    expect(readFileSync(copy, 'utf8')).toBe(text);
  });

  it('does not mind a reader that went away', () => {
    const pipe = join(folder, 'pipe');
    makePipe(pipe);
    const reader = openSync(pipe, O_RDONLY | O_NONBLOCK);
    const writer = open(pipe, O_WRONLY);
    closeSync(reader);
    expect(() => writeOut(writer, 'token\n')).not.toThrow();
  });

  it('says that nothing was written where nothing can be', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    expect(() => writeOut(open(path, 'r'), 'token\n')).toThrow(expect.objectContaining({ code: 'storage.disk_full' }));
  });
});
