/** Tells whether the process that wrote something down still runs, and is not another one that got its pid. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { rememberProcesses } from './seen-processes.ts';

/** How processes know each other again. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque start time of this process; null where the platform does not tell. */
  started(): Promise<string | null>;
  /** True when a process of that pid runs and, as far as both start times are known, is the same one. */
  isRunning(pid: number, started: string | null): Promise<boolean>;
}

/** `gone` covers a process that ended and only waits for its parent to collect it. */
export type Sighting = 'gone' | { readonly started: string | null };

export interface ProcessIdentityOptions {
  readonly clock?: Clock;
  /** Default: the platform of this process. */
  readonly platform?: NodeJS.Platform;
  /** Asks `ps`, where the platform has nothing cheaper; undefined when it tells nothing. Default: the system's. */
  readonly ps?: (pid: number) => Promise<Sighting | undefined>;
}

export function createProcessIdentity(options: ProcessIdentityOptions = {}): ProcessIdentity {
  const { clock = systemClock, platform = process.platform, ps = askPs } = options;
  let own: Promise<Sighting> | undefined;

  async function look(pid: number): Promise<Sighting> {
    const sighting = platform === 'linux' ? readProc(pid) : platform === 'darwin' ? await ps(pid) : undefined;
    return sighting ?? signal(pid);
  }

  async function isRunning(pid: number, started: string | null): Promise<boolean> {
    const sighting = await look(pid);
    if (sighting === 'gone') return false;
    return started === null || sighting.started === null || sighting.started === started;
  }

  return {
    pid: process.pid,
    async started() {
      own ??= look(process.pid);
      const sighting = await own;
      return sighting === 'gone' ? null : sighting.started;
    },
    isRunning: platform === 'darwin' ? rememberProcesses({ clock, look: isRunning, isGone }) : isRunning,
  };
}

/** Undefined when /proc shows no such process: it may be gone, or hidden from us. */
function readProc(pid: number): Sighting | undefined {
  try {
    return parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Reads `/proc/<pid>/stat` (proc_pid_stat(5)): field 3 is the state, field 22 the start in clock ticks since boot. */
export function parseProcStat(text: string): Sighting | undefined {
  // Field 2 is the program's name in parentheses, which may itself hold spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const started = fields[22 - 3];
  if (state === undefined || started === undefined) return undefined;
  return ended(state) ? 'gone' : { started };
}

async function askPs(pid: number): Promise<Sighting | undefined> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    const columns = ['-o', 'state=', '-o', 'lstart=', '-p', String(pid)];
    // The start is written in local words and local time: both are pinned, so that every process writes the same.
    const options = { env: { LC_ALL: 'C', TZ: 'UTC' }, timeout: 2_000 };
    execFile('/bin/ps', columns, options, (error, output) => resolve(error === null ? parsePs(output) : undefined));
  });
}

/** Reads what `ps -o state= -o lstart=` prints of one process: `S    Fri Nov 21 00:35:00 2025`. */
export function parsePs(output: string): Sighting | undefined {
  const [state, ...started] = output.trim().split(/\s+/);
  if (state === undefined || started.length === 0) return undefined;
  return ended(state) ? 'gone' : { started: started.join(' ') };
}

/** Zombie, or dead. */
function ended(state: string): boolean {
  return state.startsWith('Z') || state.startsWith('X');
}

/** The portable way: tells that the pid is taken, not by whom. */
function signal(pid: number): Sighting {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Anything else, such as EPERM, comes from a process that exists.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'gone';
  }
  return { started: null };
}

/** A quick look that asks nobody: true when there is surely no process of that pid. */
export function isGone(pid: number): boolean {
  return signal(pid) === 'gone';
}
