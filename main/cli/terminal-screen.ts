/** The terminal behind a process's output, as the live view draws on it. */
import type { WriteStream } from 'node:tty';
import type { Screen } from './live-view.ts';

/** Terminals that do not tell their size, such as a serial line. */
const fallback = { columns: 80, rows: 24 };

export function terminalScreen(stream: WriteStream): Screen {
  return {
    write: (text) => void stream.write(text),
    size: () => ({ columns: stream.columns || fallback.columns, rows: stream.rows || fallback.rows }),
    onDisturbed(listener) {
      stream.on('resize', listener);
      process.on('SIGCONT', listener);
      return () => {
        stream.off('resize', listener);
        process.off('SIGCONT', listener);
      };
    },
  };
}
