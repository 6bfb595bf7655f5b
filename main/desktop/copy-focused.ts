/**
 * Copies under Wayland, whose compositors drop what an unfocused application writes, and tell it nothing: a small window
 * takes the focus, and only then is anything written.
 *
 * Invariants:
 * - nothing is written before the window has the focus, or somebody pressed a key or button in it;
 * - it says "Copied" after that, and never before;
 * - a window that is closed without either copied nothing.
 */
import type { Clock, Timer } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { WriteFocused } from './copy-token.ts';

/** Long enough to be read, short enough to be no hindrance to pasting. */
const staysMs = 2_500;

type CopyPage = 'waiting' | 'copied';

export interface CopyWindow {
  show(page: CopyPage): void;
  close(): void;
}

export interface CopyWindowEvents {
  /** It got the focus, or a key or button was pressed in it. */
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onClosed: () => void;
}

export interface WriteFocusedParts {
  readonly clock: Clock;
  /** Whether another window of the application has the focus already. */
  readonly isFocused: () => boolean;
  /** Shows the window, which asks for the focus. `name`: whose token it is. */
  readonly openWindow: (name: string, events: CopyWindowEvents) => CopyWindow;
}

export function createWriteFocused({ clock, isFocused, openWindow }: WriteFocusedParts): WriteFocused {
  return async <Result>(name: string, write: () => Promise<Result>): Promise<Result> => {
    if (isFocused()) return write();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    let isCopied = false;
    let timer: Timer | undefined;

    async function copy(): Promise<void> {
      try {
        const result = await write();
        isCopied = true;
        window.show('copied');
        timer?.cancel();
        timer = clock.setTimer(staysMs, () => window.close());
        resolve(result);
      } catch (error) {
        reject(error);
        window.close();
      }
    }

    const window = openWindow(name, {
      onFocus: () => void copy(),
      onBlur: () => {
        if (isCopied) window.close();
      },
      onClosed: () => {
        timer?.cancel();
        reject(new TokentrayError('internal.cancelled'));
      },
    });
    window.show('waiting');
    return promise;
  };
}
