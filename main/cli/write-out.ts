/** Writes to a file descriptor before the next line of code runs, so that the process may end at once. */
import { writeSync } from 'node:fs';
import { TokentrayError } from '../errors.ts';

/** How long to wait for a reader that is slower than we are, ms. */
const pauseMs = 5;

/** A reader that went away is fine. Throws `storage.disk_full`. */
export function writeOut(fd: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      // The pipe is full, and somebody who shares it made it non-blocking.
      if (code !== 'EAGAIN') throw notWritten(code);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

function notWritten(systemCode = 'unknown'): TokentrayError {
  return new TokentrayError('storage.disk_full', { data: { systemCode, detail: 'standard output' } });
}
