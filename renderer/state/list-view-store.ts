/** How the list is shown: as it was when the window opened, changed by the person, and kept by main for the next time. */
import type { ListView } from '../../preload/list-view.ts';
import type { Api } from '../api.ts';
import { createStore } from './store.ts';
import type { ReadableStore } from './store.ts';
import type { WindowState } from './window-state.ts';

export interface ListViewStore extends ReadableStore<ListView> {
  /** Shows at once; main keeps it, and what it could not keep is no reason to tell anybody. */
  change(change: (view: ListView) => ListView): void;
}

const beforeLoading: ListView = {
  group: 'none',
  sort: 'name',
  systems: [],
  environments: [],
  tags: [],
  conditions: [],
  showsTimeline: true,
};

/** What main has is taken once: afterwards this window knows best, and an answer that is under way changes nothing. */
export function createListViewStore(api: Api, state: ReadableStore<WindowState>): ListViewStore {
  const view = createStore(beforeLoading);
  let isLoaded = false;

  function load(): void {
    const kept = state.get().header?.listView;
    if (isLoaded || kept === undefined) return;
    isLoaded = true;
    view.update(() => kept);
  }

  state.subscribe(load);
  load();

  return {
    get: view.get,
    subscribe: view.subscribe,
    change(change) {
      const next = change(view.get());
      view.update(() => next);
      void api.call('app.setListView', next);
    },
  };
}
