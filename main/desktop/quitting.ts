/** Quits only after everything under way is stored. */
import type { App } from 'electron';

export interface Quitting {
  /** Everything shall end; returns at once. */
  quit(): void;
  /** From now on nothing is waited for: what is stored is stored. */
  hurry(): void;
  isUnderWay(): boolean;
}

/** `end`: stops what runs; the process ends when it is done, whether it worked or not. */
export function quitGracefully(app: Pick<App, 'on' | 'quit'>, end: () => Promise<void>): Quitting {
  let phase: 'running' | 'ending' | 'ended' = 'running';

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
    if (phase === 'ended') return;
    event.preventDefault();
    if (phase === 'ending') return;
    phase = 'ending';
    void finish();
  });

  return {
    quit: () => app.quit(),
    hurry() {
      phase = 'ended';
    },
    isUnderWay: () => phase !== 'running',
  };
}
