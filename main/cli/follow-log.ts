/** Prints the log, and what comes to it until somebody ends the command or nobody reads it any more. */
import type { WriteStream } from 'node:tty';
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { readOlderLogLines } from '../log/log-files.ts';
import { LogTail } from '../log/log-tail.ts';
import { listenForEnd } from './end-signals.ts';
import { readerLeft } from './reader-left.ts';

export interface LogFollowing {
  readonly home: string;
  readonly clock: Clock;
  readonly stdout: Pick<WriteStream, 'on'>;
  readonly print: (lines: readonly string[]) => void;
}

/** Only while a person watches: some file systems tell nobody of changes. */
const lookAgainMs = 250;

export async function followLog({ home, clock, stdout, print }: LogFollowing): Promise<void> {
  const ending = new AbortController();
  const signals = listenForEnd(clock, () => undefined);
  const end = () => ending.abort();
  void Promise.race([signals.ended, readerLeft(stdout)]).then(end, end);
  const tail = new LogTail(home);
  print([...readOlderLogLines(home), ...tail.next()]);
  while (!ending.signal.aborted) {
    await sleep(clock, lookAgainMs, ending.signal);
    print(tail.next());
  }
  signals.release();
}
