/**
 * The files of a log: the newest under its own name, older ones with a number behind it. Each line is written whole, and
 * the file opened anew for it, so that several processes may write and a file that was moved or deleted does no harm.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folderName = 'logs';
const fileName = 'tokentray.log';

/** In the data folder. */
export function logFolder(home: string): string {
  return join(home, folderName);
}

/** The newest file. */
export function logFile(home: string): string {
  return join(logFolder(home), fileName);
}

export interface LogFileLimits {
  /** Of each file; default 1 MiB. */
  readonly maxBytes?: number;
  /** Default 3. */
  readonly files?: number;
}

const defaultMaxBytes = 1_048_576;
const defaultFiles = 3;

/** Closed to others (0700, 0600). Never throws: what cannot be logged must not end what was to be logged. */
export function appendToLog(home: string, line: string, limits: LogFileLimits = {}): void {
  const { maxBytes = defaultMaxBytes, files = defaultFiles } = limits;
  const bytes = Buffer.from(`${line}\n`);
  const path = logFile(home);
  try {
    if (sizeOf(path) + bytes.length > maxBytes) moveOn(path, files);
    write(home, path, bytes);
  } catch {
    // A full disk or a folder that was taken away is told elsewhere.
  }
}

/** Never throws. The data folder itself is not made: where it was taken away, nothing is to come back. */
export function makeLogFolder(home: string): void {
  try {
    mkdirSync(logFolder(home), { mode: 0o700 });
  } catch {
    // It is there, or whoever wants to use it will find out.
  }
}

function write(home: string, path: string, bytes: Buffer): void {
  try {
    appendFileSync(path, bytes, { mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeLogFolder(home);
    appendFileSync(path, bytes, { mode: 0o600 });
  }
}

/** The oldest one is overwritten. */
function moveOn(path: string, files: number): void {
  for (let number = files - 1; number >= 1; number--) {
    const from = number === 1 ? path : `${path}.${number - 1}`;
    if (sizeOf(from) > 0) renameSync(from, `${path}.${number}`);
  }
}

/** Zero where there is none. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** All lines of all files, oldest first. Throws system errors other than of missing files. */
export function readLogLines(home: string): readonly string[] {
  return [...readOlderLogLines(home), ...linesOf(logFile(home))];
}

/** The same without the newest file. */
export function readOlderLogLines(home: string): readonly string[] {
  return Array.from({ length: defaultFiles - 1 }, (_, index) => `${logFile(home)}.${defaultFiles - 1 - index}`).flatMap(
    linesOf,
  );
}

function linesOf(path: string): readonly string[] {
  return textOf(path)
    .split('\n')
    .filter((line) => line !== '');
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
