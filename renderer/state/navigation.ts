/** Where the person is in the window, and the way back. */
import type { Destination } from '../../preload/contract.ts';
import { createStore } from './store.ts';
import type { ReadableStore } from './store.ts';

/** What main can ask for, and what only the window itself opens. */
export type Route = Destination | { readonly view: 'edit'; readonly id: string };

export interface Navigation extends ReadableStore<Route> {
  go(route: Route): void;
  /** To where the person came from; from the first place on to the list. */
  back(): void;
}

/** Longer ways back are forgotten. */
const keptSteps = 20;

export function createNavigation(): Navigation {
  const current = createStore<Route>({ view: 'list' });
  let past: readonly Route[] = [];

  return {
    get: current.get,
    subscribe: current.subscribe,
    go(route) {
      if (isSame(current.get(), route)) return;
      // The list is where every way back ends.
      past = route.view === 'list' ? [] : [...past, current.get()].slice(-keptSteps);
      current.update(() => route);
    },
    back() {
      const route = past.at(-1) ?? { view: 'list' };
      past = past.slice(0, -1);
      current.update((now) => (isSame(now, route) ? now : route));
    },
  };
}

function isSame(a: Route, b: Route): boolean {
  return a.view === b.view && ('id' in a ? a.id : null) === ('id' in b ? b.id : null);
}
