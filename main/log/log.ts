/** Writes down what happens in a process that stays, as far as the person wants it. */
import type { Clock } from '../clock.ts';
import { appendToLog } from './log-files.ts';
import { isWanted, levelOf } from './log-event.ts';
import type { LogEvent, LogLevel } from './log-event.ts';
import { logLine } from './log-line.ts';

export interface Log {
  /** Never throws. */
  write(event: LogEvent): void;
}

export interface LogOptions {
  readonly clock: Clock;
  /** The data folder. */
  readonly home: string;
  /** Asked for each event. */
  readonly level: () => LogLevel;
  /** Default: into the files of the data folder. */
  readonly append?: (home: string, line: string) => void;
}

export function createLog({ clock, home, level, append = appendToLog }: LogOptions): Log {
  return {
    write(event) {
      if (isWanted(levelOf(event), level())) append(home, logLine(clock.now(), event));
    },
  };
}
