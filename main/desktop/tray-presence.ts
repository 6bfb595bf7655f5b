/** Knows whether the tray icon can be seen; on Linux that may come later than the application, at login. */
import type { Clock, Timer } from '../clock.ts';

/** After these pauses it is asked again; a desktop that has no tray by then has none. */
const pausesMs = [2_000, 5_000, 15_000, 40_000] as const;

export interface TrayPresenceParts {
  readonly clock: Clock;
  /** Never rejects. */
  readonly ask: () => Promise<boolean>;
  /** It can be seen now. */
  readonly onShown: () => void;
}

export interface TrayPresence {
  readonly isShown: boolean;
  /** Resolves with the first answer. */
  readonly known: Promise<void>;
  close(): void;
}

export function watchTrayPresence({ clock, ask, onShown }: TrayPresenceParts): TrayPresence {
  let isShown = false;
  let isClosed = false;
  let timer: Timer | undefined;

  async function look(attempt: number): Promise<void> {
    isShown = await ask();
    if (isClosed) return;
    if (isShown) return onShown();
    const pauseMs = pausesMs[attempt];
    if (pauseMs !== undefined) timer = clock.setTimer(pauseMs, () => void look(attempt + 1));
  }

  const known = look(0);
  return {
    get isShown() {
      return isShown;
    },
    known,
    close() {
      isClosed = true;
      timer?.cancel();
    },
  };
}
