/** The quick switcher, put together: its shortcut, its own window, what that is told, and what it may call. */
import type { AppHeader, ProfileView } from '../preload/views.ts';
import type { Clock } from './clock.ts';
import type { QuickSwitcher, QuickSwitcherParts } from './desktop/quick-switcher.ts';
import { createQuickSwitcher } from './desktop/quick-switcher.ts';
import { createSwitcherWindow } from './desktop/switcher-window.ts';
import type { CallingWindow } from './ipc/register-calls.ts';
import { switcherCalls } from './ipc/switcher-calls.ts';
import type { SwitcherCallParts } from './ipc/switcher-calls.ts';
import { createViewFeed } from './ipc/view-feed.ts';

export interface SwitcherForDesktopParts extends Pick<
  QuickSwitcherParts,
  'shortcuts' | 'platform' | 'isWayland' | 'onChange' | 'onRefused'
> {
  readonly clock: Clock;
  readonly preload: string;
  readonly hasDevTools: boolean;
  readonly views: () => readonly ProfileView[];
  readonly header: () => AppHeader;
}

export interface SwitcherForDesktop extends QuickSwitcher {
  /** What it shows may have changed. */
  readonly touch: () => void;
  /** `contents`: of its window. */
  caller(
    parts: Pick<SwitcherCallParts, 'calls' | 'open' | 'onCopied' | 'onUnseenQuestion' | 'onUnseenFailure'>,
  ): CallingWindow;
}

export function createSwitcherForDesktop(parts: SwitcherForDesktopParts): SwitcherForDesktop {
  const { clock, preload, hasDevTools, platform, views, header } = parts;
  const window = createSwitcherWindow({
    preload,
    hasDevTools,
    platform,
    onShow: () => feed.bring(),
    onVisibility() {
      feed.touch();
      switcher.visibilityChanged();
    },
  });
  const feed = createViewFeed({
    clock,
    views,
    header,
    isVisible: window.isVisible,
    send: (name, payload) => window.send(name, payload),
  });
  const switcher = createQuickSwitcher({ ...parts, window });
  return {
    ...switcher,
    touch: feed.touch,
    caller: (known) => ({ contents: window.contents, calls: switcherCalls({ ...known, feed, window }) }),
    close() {
      feed.close();
      switcher.close();
    },
  };
}
