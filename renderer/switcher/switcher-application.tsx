/** Builds the parts of the quick switcher's own window and ties them together. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import type { Api } from '../api.ts';
import { followMain } from '../state/follow-main.ts';
import { createStore } from '../state/store.ts';
import { TimeContext } from '../state/time-context.ts';
import type { TimeParts } from '../state/time-context.ts';
import { emptyState } from '../state/window-state.ts';
import type { WindowState } from '../state/window-state.ts';
import type { Visibility } from '../ticker.ts';
import { createSwitcherControl } from './switcher-control.ts';
import type { SwitcherHost } from './switcher-control.ts';
import { SwitcherPage } from './switcher-page.tsx';

/** Starts to follow the main process, and returns what shows it. `onShown`: the page can be seen again. */
export function createSwitcherApplication(parts: {
  readonly api: Api;
  readonly time: TimeParts;
  readonly visibility: Visibility;
  readonly onShown: () => void;
}): ReactNode {
  const { api, time, visibility, onShown } = parts;
  const state = createStore<WindowState>(emptyState);
  const host: SwitcherHost = {
    leave: () => void api.call('switcher.hide', undefined),
    open: (destination) => void api.call('switcher.open', destination),
  };
  const control = createSwitcherControl({
    api,
    clock: time.clock,
    profiles: () => state.get().profiles.values(),
    host,
  });
  const follower = followMain(api, state);
  const load = (): void => void follower.load();
  // Fresh when it goes, so that it is fresh at once when it comes.
  visibility.onChange(() => {
    if (!visibility.isVisible()) return control.reset();
    control.begin();
    onShown();
  });
  load();

  return (
    <CSPProvider disableStyleElements>
      <TimeContext value={time}>
        <SwitcherPage control={control} state={state} host={host} onReload={load} />
      </TimeContext>
    </CSPProvider>
  );
}
