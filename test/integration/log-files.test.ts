import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appendToLog, logFile, logFolder, readLogLines, readOlderLogLines } from '../../main/log/log-files.ts';
import { LogTail } from '../../main/log/log-tail.ts';
import { logLine } from '../../main/log/log-line.ts';
import { createCommandProgram } from '../fixtures/command-program.ts';
import type { CommandProgram } from '../fixtures/command-program.ts';

let home: string;

beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'tokentray-log-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the files of a log', () => {
  it('are closed to others', () => {
    appendToLog(home, 'one');
    if (process.platform === 'win32') return;
    expect(statSync(logFolder(home)).mode & 0o777).toBe(0o700);
    expect(statSync(logFile(home)).mode & 0o777).toBe(0o600);
  });

  it('are three at most, none larger than its limit, and hold the newest lines in order', () => {
    const lines = Array.from({ length: 500 }, (_, number) => `line ${String(number).padStart(4, '0')}`);
    for (const line of lines) appendToLog(home, line, { maxBytes: 1_000 });
    const files = readdirSync(logFolder(home));
    expect(files).toHaveLength(3);
    expect(files.filter((file) => statSync(join(logFolder(home), file)).size > 1_000)).toEqual([]);
    const kept = readLogLines(home);
    expect(kept.length).toBeGreaterThan(200);
    expect(kept).toEqual(lines.slice(-kept.length));
  });

  it('go on where somebody deleted them', () => {
    appendToLog(home, 'one');
    rmSync(logFolder(home), { recursive: true });
    appendToLog(home, 'two');
    expect(readLogLines(home)).toEqual(['two']);
  });

  it('that cannot be written fail nobody, and bring no data folder back', () => {
    rmSync(home, { recursive: true });
    expect(() => appendToLog(home, 'one')).not.toThrow();
    expect(() => statSync(home)).toThrow('ENOENT');
    writeFileSync(home, 'a file in its place');
    expect(() => appendToLog(home, 'one')).not.toThrow();
  });
});

describe('who follows a log', () => {
  it('gets every line once, also over the moment when a new file begins', () => {
    const tail = new LogTail(home);
    const seen: string[] = [];
    const lines = Array.from({ length: 300 }, (_, number) => `line ${number}`);
    lines.forEach((line, number) => {
      appendToLog(home, line, { maxBytes: 500 });
      if (number % 7 === 0) seen.push(...tail.next());
    });
    expect([...seen, ...tail.next()]).toEqual(lines);
  });

  it('gets what the newest file holds, and not the older ones', () => {
    for (const line of ['one', 'two']) appendToLog(home, line, { maxBytes: 5 });
    expect([readOlderLogLines(home), new LogTail(home).next()]).toEqual([['one'], ['two']]);
  });

  it('gets no half a line', () => {
    appendToLog(home, 'one');
    const tail = new LogTail(home);
    writeFileSync(logFile(home), 'one\ntw');
    expect(tail.next()).toEqual(['one']);
    writeFileSync(logFile(home), 'one\ntwo\n');
    expect(tail.next()).toEqual(['two']);
  });
});

describe('the command', () => {
  let program: CommandProgram;

  beforeEach(() => void (program = createCommandProgram()));
  afterEach(() => {
    program.remove();
    vi.unstubAllEnvs();
  });

  it('shows what was logged, from a level on, for people and as JSON', async () => {
    await program.run(['list']);
    const error = { code: 'network.dns', data: { host: 'id.example.com' } } as const;
    appendToLog(program.home, logLine(0, { event: 'stopped' }));
    appendToLog(program.home, 'what is no line of a log');
    appendToLog(program.home, logLine(0, { event: 'token-failed', profile: 'acme', error }));
    expect((await program.run(['logs'])).stdout.split('\n')).toEqual([
      '1970-01-01T00:00:00.000Z info  stopped',
      '1970-01-01T00:00:00.000Z warn  token-failed profile=acme code=network.dns host=id.example.com',
      '',
    ]);
    const { stdout } = await program.run(['logs', '--level', 'warn', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ event: 'token-failed', code: 'network.dns' });
  });

  it('says where the log would be while there is none, and makes nothing', async () => {
    const { code, stdout, stderr } = await program.run(['logs']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(logFolder(program.home));
    expect(() => statSync(program.home)).toThrow('ENOENT');
  });

  it('takes no level that there is not', async () => {
    expect((await program.run(['logs', '--level', 'loud'])).code).toBe(2);
  });
});
