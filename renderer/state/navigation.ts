/** Where the person is in the window, and the way back. */
import type { Destination, Overlay } from '../../preload/replies.ts';
import { createStore } from './store.ts';
import type { ReadableStore } from './store.ts';

/** What main can ask for, and what only the window itself opens. */
export type Route =
  | Exclude<Destination, Overlay>
  /** The tokens of two profiles; `otherId` is absent until the second one is chosen. */
  | { readonly view: 'compare'; readonly id: string; readonly otherId?: string };

export interface Navigation extends ReadableStore<Route> {
  go(route: Route): void;
  /** To where the person came from; from the first place on to the list. */
  back(): void;
  /** Like `go`, without a way back to where the person is now, and without asking the guard. */
  replace(route: Route): void;
  /** Until it is ended, every move is handed to `ask`, which makes it by `proceed` or not at all. Returns what ends it. */
  guard(ask: (proceed: () => void) => void): () => void;
}

/** Longer ways back are forgotten. */
const keptSteps = 20;

export function createNavigation(): Navigation {
  const current = createStore<Route>({ view: 'list' });
  let past: readonly Route[] = [];
  let ask: ((proceed: () => void) => void) | null = null;

  function move(make: () => void): void {
    if (ask === null) make();
    else ask(make);
  }

  return {
    get: current.get,
    subscribe: current.subscribe,
    go(route) {
      if (isSame(current.get(), route)) return;
      move(() => {
        // The list is where every way back ends.
        past = route.view === 'list' ? [] : [...past, current.get()].slice(-keptSteps);
        current.update(() => route);
      });
    },
    back() {
      move(() => {
        const route = past.at(-1) ?? { view: 'list' };
        past = past.slice(0, -1);
        current.update((now) => (isSame(now, route) ? now : route));
      });
    },
    replace(route) {
      if (route.view === 'list') past = [];
      current.update(() => route);
    },
    guard(asks) {
      ask = asks;
      return () => {
        if (ask === asks) ask = null;
      };
    },
  };
}

function isSame(a: Route, b: Route): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(route: Route): string {
  const [id, otherId] = ['id' in route ? route.id : null, 'otherId' in route ? route.otherId : null];
  return JSON.stringify([route.view, id, otherId]);
}
