/** Quits only after everything under way is stored. */
import type { App } from 'electron';
import type { Clock } from '../clock.ts';

/** A system that goes down has ended every application by then; one that has not was kept up by somebody. */
const hurryMs = 60_000;

export interface Quitting {
  /** Everything shall end; returns at once. */
  quit(): void;
  /** For the next minute nothing is waited for: the system goes down, and what is stored is stored. */
  hurry(): void;
  isUnderWay(): boolean;
}

/** `end`: stops what runs; the process ends when it is done, whether it worked or not. */
export function quitGracefully(
  app: Pick<App, 'on' | 'quit'>,
  clock: Pick<Clock, 'monotonic'>,
  end: () => Promise<void>,
): Quitting {
  let phase: 'running' | 'ending' | 'ended' = 'running';
  let hurriesUntilMs = 0;
  const isHurried = (): boolean => clock.monotonic() < hurriesUntilMs;

  async function finish(): Promise<void> {
    try {
      await end();
    } catch {
      // There is nobody left to be told, and the database is whole at any moment.
    }
    phase = 'ended';
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (phase === 'ended' || isHurried()) return;
    event.preventDefault();
    if (phase === 'ending') return;
    phase = 'ending';
    void finish();
  });

  return {
    quit: () => app.quit(),
    hurry() {
      hurriesUntilMs = clock.monotonic() + hurryMs;
    },
    isUnderWay: () => phase !== 'running' || isHurried(),
  };
}
