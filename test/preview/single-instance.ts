/** One process per data folder: a lock file names the process, and later ones leave it a note and are told to end. */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

export interface SingleInstance {
  /** True when this process has the lock, also when it had it before. */
  request(folder: string, additionalData: unknown): boolean;
  has(): boolean;
  release(): void;
}

export function createSingleInstance(secondInstance: (second: SecondInstance) => void): SingleInstance {
  let held: { readonly place: string; readonly watcher: FSWatcher } | null = null;

  function take(place: string): boolean {
    mkdirSync(place, { recursive: true });
    const file = join(place, 'owner');
    for (;;) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
        rmSync(file, { force: true });
      }
    }
  }

  function readNotes(place: string): void {
    for (const name of readdirSync(place).filter((entry) => entry.endsWith('.note'))) {
      const file = join(place, name);
      const note = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
      rmSync(file, { force: true });
      secondInstance(note);
    }
  }

  const release = () => {
    held?.watcher.close();
    if (held !== null) rmSync(held.place, { recursive: true, force: true });
    held = null;
  };

  return {
    request(folder, additionalData) {
      if (held !== null) return true;
      const place = join(folder, 'preview-instance');
      if (take(place)) {
        const watcher = watch(place, (_, name) => {
          if (name?.endsWith('.note')) readNotes(place);
        });
        watcher.unref();
        held = { place, watcher };
        process.once('exit', release);
        return true;
      }
      const note: SecondInstance = { argv: [...process.argv], workingDirectory: process.cwd(), additionalData };
      const draft = join(place, `${process.pid}.draft`);
      writeFileSync(draft, JSON.stringify(note));
      renameSync(draft, join(place, `${process.pid}.note`));
      return false;
    },
    has: () => held !== null,
    release,
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
