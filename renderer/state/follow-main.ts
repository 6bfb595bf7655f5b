/** Keeps the window's state equal to what the main process says. */
import type { Api } from '../api.ts';
import type { Store } from './store.ts';
import { headerChanged, loaded, loadFailed, profilesChanged } from './window-state.ts';
import type { WindowState } from './window-state.ts';

type Change = (state: WindowState) => WindowState;

export interface MainFollower {
  /** Asks for everything anew; used at the start, and to try again. */
  load(): Promise<void>;
  stop(): void;
}

/** Listens before it asks: what happens while the answer is under way is applied after it, as each event holds whole values. */
export function followMain(api: Api, store: Store<WindowState>): MainFollower {
  let early: Change[] | null = [];

  function apply(change: Change): void {
    if (early === null) store.update(change);
    else early.push(change);
  }

  const ends = [
    api.on('app.changed', (header) => apply((state) => headerChanged(state, header))),
    api.on('profiles.changed', (change) => apply((state) => profilesChanged(state, change))),
  ];

  return {
    async load() {
      const result = await api.call('app.state', undefined);
      if (!result.ok) {
        store.update((state) => loadFailed(state, result.failure));
        return;
      }
      const changes = early ?? [];
      early = null;
      store.update(() => changes.reduce((state, change) => change(state), loaded(result.value)));
    },
    stop() {
      for (const end of ends) end();
    },
  };
}
