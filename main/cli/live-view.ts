/** Draws lines on a terminal in place: on the alternate screen, writing only the lines that changed. */
import type { Clock, Timer } from '../clock.ts';

export interface Screen {
  write(text: string): void;
  size(): { readonly columns: number; readonly rows: number };
  /**
   * `suspended` runs before the process is stopped (Ctrl+Z), `disturbed` when everything must be drawn anew: on another size,
   * and after a stop. Returns the unsubscribe function.
   */
  watch(listener: { suspended: () => void; disturbed: () => void }): () => void;
}

export interface LiveView {
  /** Something changed: draws now. */
  update(): void;
  /** Gives the terminal back as it was. May be called twice. */
  close(): void;
}

const escape = '\u001b[';
/** Alternate screen, no cursor, no wrapping: a character that is wider than thought must not push the next line away. */
const enter = `${escape}?1049h${escape}?25l${escape}?7l`;
const leave = `${escape}?7h${escape}?25h${escape}?1049l`;
const clear = `${escape}2J`;

/** Draws at once, at each change, and once a second for what counts down. */
export function openLiveView(options: {
  readonly screen: Screen;
  readonly clock: Clock;
  readonly draw: (size: { readonly columns: number; readonly rows: number }) => readonly string[];
}): LiveView {
  const { screen, clock, draw } = options;
  let shown: readonly string[] = [];
  let timer: Timer | undefined;
  let open = true;

  const paint = (before: string) => {
    const lines = draw(screen.size());
    const changes = linesToWrite(shown, lines);
    shown = lines;
    if (before !== '' || changes !== '') screen.write(before + changes);
  };
  const redraw = (before: string) => {
    shown = [];
    paint(before + clear);
  };
  const tick = () => {
    paint('');
    timer = clock.setTimer(1_000 - (clock.now() % 1_000), tick);
  };
  const unsubscribe = screen.watch({ suspended: () => screen.write(leave), disturbed: () => redraw(enter) });

  redraw(enter);
  timer = clock.setTimer(1_000 - (clock.now() % 1_000), tick);
  return {
    update: () => {
      if (open) paint('');
    },
    close() {
      if (!open) return;
      open = false;
      timer?.cancel();
      unsubscribe();
      screen.write(leave);
    },
  };
}

/** Each changed line at its place, and the cursor below all of them, where typed characters do least harm. */
function linesToWrite(before: readonly string[], after: readonly string[]): string {
  const length = Math.max(before.length, after.length);
  let text = '';
  for (let at = 0; at < length; at++) {
    if (before[at] !== after[at]) text += `${escape}${at + 1};1H${escape}2K${after[at] ?? ''}`;
  }
  return text === '' ? '' : `${text}${escape}${after.length + 1};1H`;
}
