/** Knows whether this machine has a network, and tells when it is back; looks by itself only while there is none. */
import type { Clock, Timer } from '../clock.ts';

const lookAgainMs = 5_000;

export interface NetworkWatchParts {
  readonly clock: Clock;
  /** Cheap, and asks nobody: true may still mean that nothing can be reached. */
  readonly isOnline: () => boolean;
  readonly onBack: () => void;
  readonly onChange: () => void;
}

export interface NetworkWatch {
  isOnline(): boolean;
  /** Something hints that it came or went: a failure, a wake-up, the browser. */
  check(): void;
  close(): void;
}

export function createNetworkWatch({ clock, isOnline, onBack, onChange }: NetworkWatchParts): NetworkWatch {
  let known = true;
  let timer: Timer | undefined;
  let isClosed = false;

  function check(): void {
    // A window that closes while the application quits still hints.
    if (isClosed) return;
    timer?.cancel();
    const now = isOnline();
    timer = now ? undefined : clock.setTimer(lookAgainMs, check);
    if (now === known) return;
    known = now;
    onChange();
    if (now) onBack();
  }

  check();
  return {
    isOnline: () => known,
    check,
    close() {
      isClosed = true;
      timer?.cancel();
    },
  };
}
