/** A second start of the application for the same data folder: it ends, and the first one opens its window. */
import type { App } from 'electron';
import { readLaunch } from './launch.ts';

export interface SecondStarts {
  /** Calls back for each, and at once for one that came before there was a window to open. */
  onStart(open: () => void): void;
}

/** Listens from now on. A start at login, which is hidden, opens nothing. */
export function followSecondStarts(app: Pick<App, 'on'>): SecondStarts {
  let open: (() => void) | undefined;
  let cameEarly = false;
  app.on('second-instance', (_event, argv) => {
    if (readLaunch(argv).isHidden) return;
    if (open === undefined) cameEarly = true;
    else open();
  });
  return {
    onStart(run) {
      open = run;
      if (cameEarly) run();
    },
  };
}
