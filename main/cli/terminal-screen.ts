/** The terminal behind a process's output, as the live view draws on it. */
import type { WriteStream } from 'node:tty';
import type { Screen } from './live-view.ts';

/** Terminals that do not tell their size, such as a serial line. */
const fallback = { columns: 80, rows: 24 };

/** False of terminals that print escape sequences as they are, such as the shell inside an editor. */
export function understandsEscapes(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['TERM'] !== 'dumb';
}

export function terminalScreen(stream: WriteStream): Screen {
  return {
    write: (text) => void stream.write(text),
    size: () => ({ columns: stream.columns || fallback.columns, rows: stream.rows || fallback.rows }),
    watch({ suspended, disturbed }) {
      const suspend = () => {
        suspended();
        process.kill(process.pid, 'SIGSTOP');
      };
      stream.on('resize', disturbed);
      process.on('SIGCONT', disturbed);
      if (process.platform !== 'win32') process.on('SIGTSTP', suspend);
      return () => {
        stream.off('resize', disturbed);
        process.off('SIGCONT', disturbed);
        process.off('SIGTSTP', suspend);
      };
    },
  };
}
