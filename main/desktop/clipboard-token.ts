/**
 * Puts tokens on the clipboard and takes them off again.
 *
 * Invariants:
 * - what lies on the clipboard is never read; only whether it bears our mark is asked;
 * - nothing is taken off that somebody else put there;
 * - at most one timer: a later token is cleared a whole time after it was put there;
 * - nothing is put there after the end, when nobody would take it off again.
 */
import type { Clock, Timer } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import { systemFormat, tokenForms } from './clipboard-forms.ts';
import type { ClipboardForms } from './clipboard-forms.ts';

/** The system's clipboard. */
export interface ClipboardPort {
  /** All forms at once. */
  write(forms: ClipboardForms): Promise<void>;
  has(format: string): Promise<boolean>;
  clear(): void;
}

export interface TokenClipboardParts {
  readonly clock: Clock;
  readonly port: ClipboardPort;
  readonly platform: NodeJS.Platform;
  /** Name of a format that nobody else has. */
  readonly marker: string;
  /** Calls back once, when this application may change the clipboard: at once, except under Wayland without a focused window. */
  readonly whenWritable: (run: () => void) => void;
}

export interface TokenClipboard {
  /**
   * When it will be taken off again, wall-clock ms; null when never. Rejects with `internal.cancelled` after the end.
   * @param stayMs how long it stays, ms; 0: until something else is copied
   */
  put(text: string, stayMs: number): Promise<number | null>;
  /** Takes off what is still ours, now. Never rejects. */
  close(): Promise<void>;
}

export function createTokenClipboard(parts: TokenClipboardParts): TokenClipboard {
  const { clock, port, platform, marker, whenWritable } = parts;
  let timer: Timer | undefined;
  /** Of the token that was put there last, ms. */
  let lastStayMs = 0;
  /** Counts the tokens, so that what waits for an earlier one does nothing to a later one. */
  let turn = 0;
  let isClosed = false;
  let writing: Promise<void> = Promise.resolve();

  async function clear(): Promise<void> {
    try {
      if (await port.has(systemFormat(marker))) port.clear();
    } catch {
      // A clipboard that cannot be asked may hold anything: it is left alone.
    }
  }

  /** False: it stays, or is no longer the last. */
  function clearIn(stayMs: number, mine: number): boolean {
    if (stayMs === 0 || mine !== turn) return false;
    timer = clock.setTimer(stayMs, () =>
      whenWritable(() => {
        if (mine === turn) void clear();
      }),
    );
    return true;
  }

  return {
    async put(text, stayMs) {
      if (isClosed) throw new TokentrayError('internal.cancelled');
      const mine = ++turn;
      timer?.cancel();
      writing = port.write(tokenForms(text, platform, marker));
      try {
        await writing;
      } catch (error) {
        // The one before may be there still.
        clearIn(lastStayMs, mine);
        throw error;
      }
      lastStayMs = stayMs;
      return clearIn(stayMs, mine) ? clock.now() + stayMs : null;
    },
    async close() {
      isClosed = true;
      timer?.cancel();
      if (turn++ === 0) return;
      await Promise.allSettled([writing]);
      await clear();
    },
  };
}
