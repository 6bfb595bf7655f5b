/** Tells a command that runs on when nobody reads what it prints any more: `tokentray agent | head -1`. */
import type { Writable } from 'node:stream';
import { isGoneReader } from './io.ts';

/**
 * Resolves at the first write that fails because the reader went away: a system tells it no sooner. A command that a
 * pipe started would otherwise run for ever, unseen. Any other failure, such as a full disk, is no reason to end.
 */
export function readerLeft(stream: Pick<Writable, 'on'>): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', (failure: NodeJS.ErrnoException) => {
      if (isGoneReader(failure)) resolve();
    });
  });
}
