/** Which program of this user listens on a port, where the system tells: Linux, by its own files. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** `LISTEN`, as the kernel's table of sockets has it. */
const listening = '0A';

/** Such as `node (process 4711)`; undefined for programs of other users, and elsewhere. `proc` is for tests. */
export function portOwner(port: number, proc = '/proc'): string | undefined {
  const inodes = new Set(['tcp', 'tcp6'].flatMap((table) => listeningInodes(`${proc}/net/${table}`, port)));
  if (inodes.size === 0) return undefined;
  const pid = namesIn(proc)
    .filter((name) => /^\d+$/.test(name))
    .find((candidate) => holdsOneOf(`${proc}/${candidate}/fd`, inodes));
  if (pid === undefined) return undefined;
  const program = programOf(`${proc}/${pid}`);
  return `${program === '' ? 'a program' : program} (process ${pid})`;
}

/** Some programs name their threads, and the process after the first of them: its file says more. */
function programOf(process: string): string {
  const file = basename(linkOf(`${process}/exe`).replace(/ \(deleted\)$/, ''));
  return file === '' ? textOf(`${process}/comm`).trim() : file;
}

/** Columns: number, local address:port in hexadecimal, remote, state, queues, timer, retransmits, uid, time-out, inode. */
function listeningInodes(table: string, port: number): readonly string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return textOf(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => state === listening && local.endsWith(wanted))
    .flatMap((columns) => columns[9] ?? []);
}

function holdsOneOf(folder: string, inodes: ReadonlySet<string>): boolean {
  return namesIn(folder).some((name) => {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${name}`))?.[1];
    return inode !== undefined && inodes.has(inode);
  });
}

/** Processes come and go, and others' are closed to us. */
function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

const namesIn = (folder: string): readonly string[] => quietly(() => readdirSync(folder), []);
const linkOf = (path: string): string => quietly(() => readlinkSync(path), '');
const textOf = (path: string): string => quietly(() => readFileSync(path, 'utf8'), '');
