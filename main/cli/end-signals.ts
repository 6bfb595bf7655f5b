/** Ends a command that runs until somebody ends it: once in order, a second time at once. */
import type { Clock } from '../clock.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl+C reaches a program that npm started twice: from the terminal and from npm. */
const sameMomentMs = 500;

export interface EndSignals {
  /** Resolves at the first one. */
  readonly ended: Promise<void>;
  /** Back to what signals do by themselves. */
  release(): void;
}

/** `force` runs when one comes again while the command is ending; then the process exits with 130. */
export function listenForEnd(clock: Clock, force: () => void): EndSignals {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let firstAtMs: number | undefined;
  const onSignal = () => {
    if (firstAtMs === undefined) {
      firstAtMs = clock.monotonic();
      resolve();
    } else if (clock.monotonic() - firstAtMs > sameMomentMs) {
      force();
      process.exit(130);
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    ended,
    release() {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
