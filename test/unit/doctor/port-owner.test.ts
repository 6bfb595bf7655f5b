import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { portOwner } from '../../../main/doctor/port-owner.ts';

const proc = mkdtempSync(join(tmpdir(), 'tokentray-proc-'));
afterAll(() => rmSync(proc, { recursive: true }));
mkdirSync(join(proc, 'net'));
mkdirSync(join(proc, '41', 'fd'), { recursive: true });
writeFileSync(join(proc, '41', 'comm'), 'java\n');
symlinkSync('socket:[777]', join(proc, '41', 'fd', '3'));
const row = (local: string, state: string, inode: number) =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000 100 0\n`;
// 8080 listens; 8081 is only a connection; 8082 listens for somebody else.
const rows = [row('0100007F:1F90', '0A', 777), row('0100007F:1F91', '01', 777), row('0100007F:1F92', '0A', 9)];
writeFileSync(join(proc, 'net', 'tcp'), `  sl  local_address rem_address\n${rows.join('')}`);

it('names the program that listens, and its process', () => {
  expect(portOwner(8080, proc)).toBe('java (process 41)');
});

it('names it by its file where the process is called by its first thread', () => {
  symlinkSync('/opt/node/bin/node (deleted)', join(proc, '41', 'exe'));
  expect(portOwner(8080, proc)).toBe('node (process 41)');
});

it.each([
  ['only a connection has the port', 8081],
  ['the program is another user’s', 8082],
  ['nobody listens', 8083],
])('knows nothing where %s', (_case, port) => {
  expect(portOwner(port, proc)).toBeUndefined();
});

it('knows nothing where the system has no such files', () => {
  expect(portOwner(8080, join(proc, 'nowhere'))).toBeUndefined();
});
