/** What the views are given: the bridge, the state, where the person is, the time, and messages. */
import { createContext, use } from 'react';
import type { Overlay } from '../../preload/replies.ts';
import type { Api } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { Toasts } from './toast-request.ts';
import type { Ticker } from '../ticker.ts';
import type { Actions } from './actions.ts';
import type { ListViewStore } from './list-view-store.ts';
import type { ManyActions } from './many-actions.ts';
import type { Navigation } from './navigation.ts';
import type { SignInActions } from './sign-in-actions.ts';
import type { ReadableStore, Store } from './store.ts';
import type { WindowState } from './window-state.ts';

export interface AppParts {
  readonly api: Api;
  readonly state: ReadableStore<WindowState>;
  readonly navigation: Navigation;
  /** What lies above the place where the person is; null: nothing. */
  readonly overlay: Store<Overlay['view'] | null>;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly toasts: Toasts;
  readonly actions: Actions;
  readonly signIn: SignInActions;
  readonly many: ManyActions;
  readonly listView: ListViewStore;
  /** Asks main for everything anew. */
  readonly reload: () => void;
}

export const AppContext = createContext<AppParts | null>(null);

/** Throws outside the application: that is a mistake of the program. */
export function useApp(): AppParts {
  const parts = use(AppContext);
  if (parts === null) throw new Error('no AppContext above this component');
  return parts;
}
