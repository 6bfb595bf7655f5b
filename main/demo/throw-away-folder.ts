/** The demo's data folder: made for one process, and removed by a later demo when that process had no time to do so. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ProcessIdentity } from '../storage/process-identity.ts';

const prefix = 'tokentray-demo-';

/** Stands in the folder and says whose it is. */
const markerName = 'demo-owner.json';
const largestMarkerBytes = 1024;

interface Owner {
  readonly pid: number;
  /** As in ProcessIdentity. */
  readonly started: string | null;
  /** Containers may share a folder for temporary files, but not their pids. */
  readonly host: string;
}

/** Makes a folder below `place` that only this user can enter, and returns its path. */
export async function makeThrowAwayFolder(place: string, self: ProcessIdentity): Promise<string> {
  const folder = makeUnownedFolder(place);
  await ownThrowAwayFolder(folder, self);
  return folder;
}

/** The same at once; nobody sweeps it before `ownThrowAwayFolder` said whose it is. */
export function makeUnownedFolder(place: string): string {
  return mkdtempSync(join(place, prefix));
}

export async function ownThrowAwayFolder(folder: string, self: ProcessIdentity): Promise<void> {
  const owner: Owner = { pid: self.pid, started: await self.started(), host: hostname() };
  writeFileSync(join(folder, markerName), JSON.stringify(owner), { mode: 0o600, flag: 'wx' });
}

/**
 * Deletes the folder. What cannot be deleted yet stays with the marker, for a later demo: Windows keeps files that are in
 * use, as the browser's are until the process has ended. Never fails.
 */
export function removeThrowAwayFolder(folder: string, remove: typeof rmSync = rmSync): void {
  const names = namesIn(folder).filter((name) => name !== markerName);
  const kept = names.filter((name) => !isRemoved(join(folder, name), remove));
  if (kept.length === 0) isRemoved(folder, remove);
}

function isRemoved(path: string, remove: typeof rmSync): boolean {
  try {
    remove(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Deletes the folders that demos left below `place`: those of this user alone, with the marker of a process of this machine
 * that runs no more. Whatever is in doubt stays. Never fails.
 */
export async function sweepThrowAwayFolders(place: string, processes: ProcessIdentity): Promise<void> {
  for (const folder of candidates(place)) {
    try {
      const owner = ownerOf(folder);
      if (owner === undefined || owner.host !== hostname()) continue;
      if (!(await processes.isRunning(owner.pid, owner.started))) removeThrowAwayFolder(folder);
    } catch {
      // It may be gone already, or it is not ours to delete.
    }
  }
}

function candidates(place: string): readonly string[] {
  return namesIn(place)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(place, name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Undefined when the folder is no private one of this user. Throws when the marker is missing or cannot be read. */
function ownerOf(folder: string): Owner | undefined {
  const stat = lstatSync(folder);
  if (
    !stat.isDirectory() ||
    (process.platform !== 'win32' && (stat.uid !== process.getuid?.() || (stat.mode & 0o077) !== 0))
  )
    return undefined;
  return parseOwner(readMarker(join(folder, markerName)));
}

function readMarker(path: string): string {
  // Not through a link, and not from a pipe that never ends. Windows knows neither flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = fstatSync(file);
    return size > largestMarkerBytes ? '' : readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function parseOwner(text: string): Owner | undefined {
  const { pid, started, host } = JSON.parse(text) as Readonly<Record<keyof Owner, unknown>>;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1 || typeof host !== 'string') return undefined;
  return started === null || typeof started === 'string' ? { pid, started, host } : undefined;
}
