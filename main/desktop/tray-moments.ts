/** What the tray shows for a moment because of a click: that a copy goes on, and that it is done. */
import type { Clock, Timer } from '../clock.ts';
import type { TrayMoment } from './tray-picture.ts';

/** A copy that needs no request is over sooner, and the icon does not flicker. */
const patienceMs = 150;
/** How long the tick stays. */
const tickMs = 1_500;

/** The latest one counts. */
export interface TrayMoments {
  /** Shown unless another one or the end comes sooner. */
  begin(title: string): void;
  readonly copied: (title: string) => void;
  end(): void;
}

export function createTrayMoments(clock: Clock, show: (moment: TrayMoment | undefined) => void): TrayMoments {
  let timer: Timer | undefined;

  function showIn(delayMs: number, moment: TrayMoment | undefined): void {
    timer?.cancel();
    timer = clock.setTimer(delayMs, () => show(moment));
  }

  function end(): void {
    timer?.cancel();
    show(undefined);
  }

  return {
    begin: (title) => showIn(patienceMs, { kind: 'working', title }),
    copied(title) {
      show({ kind: 'copied', title });
      showIn(tickMs, undefined);
    },
    end,
  };
}
