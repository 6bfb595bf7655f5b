/** The lines that come to a log, also over the moment when it begins a new file. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { logFile } from './log-files.ts';

export class LogTail {
  private readonly path: string;
  private fileId: number | undefined;
  private offset = 0;
  private rest = '';

  /** Begins with what the newest file holds already. */
  constructor(home: string) {
    this.path = logFile(home);
    this.fileId = idOf(this.path);
  }

  /** Whole lines since the last call. Throws system errors other than of missing files. */
  next(): readonly string[] {
    const fileId = idOf(this.path);
    let text = this.rest;
    if (fileId !== this.fileId) {
      // What came to the file before it was moved.
      if (statSync(`${this.path}.1`, { throwIfNoEntry: false })?.ino === this.fileId)
        text += this.read(`${this.path}.1`);
      this.fileId = fileId;
      this.offset = 0;
    }
    text += this.read(this.path);
    const lines = text.split('\n');
    this.rest = lines.pop() ?? '';
    return lines.filter((line) => line !== '');
  }

  private read(path: string): string {
    if (this.fileId === undefined) return '';
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - this.offset));
      const length = readSync(file, bytes, 0, bytes.length, this.offset);
      this.offset += length;
      return bytes.toString('utf8', 0, length);
    } finally {
      closeSync(file);
    }
  }
}

function idOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
