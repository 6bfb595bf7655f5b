/** Builds the window's parts and ties them together. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import type { Overlay } from '../preload/replies.ts';
import type { Api } from './api.ts';
import type { Clock } from './clock.ts';
import { createToastManager, createToasts, ToastArea } from './components/toasts.tsx';
import { createActions } from './state/actions.ts';
import { AppContext } from './state/app-context.ts';
import { followMain } from './state/follow-main.ts';
import { createListViewStore } from './state/list-view-store.ts';
import { createManyActions } from './state/many-actions.ts';
import { createNavigation } from './state/navigation.ts';
import { createSignInActions } from './state/sign-in-actions.ts';
import { tellSignInEnds } from './state/sign-in-messages.ts';
import { TimeContext } from './state/time-context.ts';
import { createStore } from './state/store.ts';
import { emptyState } from './state/window-state.ts';
import type { WindowState } from './state/window-state.ts';
import type { Ticker } from './ticker.ts';
import type { Places } from './views/places.tsx';
import { Window } from './views/shell/window.tsx';

/** Long enough that a pointer on its way somewhere else brings nothing up, ms. */
const tooltipDelayMs = 500;

/** Starts to follow the main process, and returns what shows it. */
export function createApplication(parts: {
  readonly api: Api;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly places: Places;
}): ReactNode {
  const { api, clock, ticker, places } = parts;
  const state = createStore<WindowState>(emptyState);
  const navigation = createNavigation();
  const overlay = createStore<Overlay['view'] | null>(null);
  const toastManager = createToastManager();
  const toasts = createToasts(toastManager);
  const actions = createActions({ api, state, navigation, toasts, clock });
  const signIn = createSignInActions({ api, state, toasts });
  const many = createManyActions({ api, toasts, clock });
  const listView = createListViewStore(api, state);
  const follower = followMain(api, state);
  tellSignInEnds(state, toasts);
  api.on('app.navigate', (destination) => {
    const { view } = destination;
    if (view === 'switcher' || view === 'shortcuts') overlay.update(() => view);
    else navigation.go(destination);
  });
  api.on('app.toast', (toast) => toasts.show(toast));
  void follower.load();

  return (
    <CSPProvider disableStyleElements>
      <AppContext
        value={{
          api,
          state,
          navigation,
          overlay,
          clock,
          ticker,
          toasts,
          actions,
          signIn,
          many,
          listView,
          reload: () => void follower.load(),
        }}
      >
        <TimeContext value={{ clock, ticker }}>
          <Tooltip.Provider delay={tooltipDelayMs}>
            <ToastArea manager={toastManager}>
              <Window places={places} />
            </ToastArea>
          </Tooltip.Provider>
        </TimeContext>
      </AppContext>
    </CSPProvider>
  );
}
