/** A second start of the application for the same data folder: it ends, and the first one opens its window, or its quick switcher. */
import type { App } from 'electron';
import { readLaunch } from './launch.ts';
import type { Launch } from './launch.ts';

export interface SecondStarts {
  /** Calls back for each, and at once for one that came before there was a window to open. */
  onStart(open: (launch: Launch) => void): void;
}

/** Listens from now on. A start at login, which is hidden, opens nothing. */
export function followSecondStarts(app: Pick<App, 'on'>): SecondStarts {
  let open: ((launch: Launch) => void) | undefined;
  let early: Launch | undefined;
  app.on('second-instance', (_event, argv) => {
    const launch = readLaunch(argv);
    if (launch.isHidden) return;
    if (open === undefined) early = launch;
    else open(launch);
  });
  return {
    onStart(run) {
      open = run;
      if (early !== undefined) run(early);
    },
  };
}
