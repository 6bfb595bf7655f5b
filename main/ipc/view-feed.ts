/**
 * Tells the window what changed, and only that.
 *
 * Invariants:
 * - nothing is read or sent while no window is visible; when one appears it gets all that changed meanwhile;
 * - several changes within a few milliseconds are one message;
 * - what `state` answered counts as told: events hold what differs from it.
 */
import type { Events, EventName } from '../../preload/contract.ts';
import type { AppHeader, AppState, ProfileView } from '../../preload/views.ts';
import type { Clock, Timer } from '../clock.ts';
import { changeSince, toldOf } from './views.ts';
import type { Told } from './views.ts';

/** One refresh changes several rows of the database. */
const coalesceMs = 25;

export interface ViewFeedParts {
  readonly clock: Clock;
  /** Throws `storage.*` while the database cannot be read; then the window keeps what it has. */
  readonly views: () => readonly ProfileView[];
  readonly header: () => AppHeader;
  readonly isVisible: () => boolean;
  readonly send: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

export interface ViewFeed {
  /** Everything, as a window that opens asks for it. */
  state(): AppState;
  /** Something may have changed, or the window became visible or hidden. */
  readonly touch: () => void;
  /** Tells at once what changed, to a window that is about to be shown. */
  readonly bring: () => void;
  close(): void;
}

export function createViewFeed({ clock, views, header, isVisible, send }: ViewFeedParts): ViewFeed {
  let told: Told = new Map();
  let toldHeader = '';
  let soon: Timer | undefined;

  function tell(): void {
    const now = { header: header(), profiles: views() };
    const change = changeSince(told, now.profiles);
    const isOtherHeader = JSON.stringify(now.header) !== toldHeader;
    remember(now.header, now.profiles);
    if (isOtherHeader) send('app.changed', now.header);
    if (change !== undefined) send('profiles.changed', change);
  }

  function remember(nowHeader: AppHeader, profiles: readonly ProfileView[]): void {
    told = toldOf(profiles);
    toldHeader = JSON.stringify(nowHeader);
  }

  function touch(): void {
    if (!isVisible()) return hide();
    soon ??= clock.setTimer(coalesceMs, () => {
      soon = undefined;
      if (isVisible()) tellIfReadable();
    });
  }

  function tellIfReadable(): void {
    try {
      tell();
    } catch {
      // The window keeps the last picture; whoever asks for something is told why it cannot be had.
    }
  }

  function hide(): void {
    soon?.cancel();
    soon = undefined;
  }

  return {
    state() {
      const now = { header: header(), profiles: views() };
      remember(now.header, now.profiles);
      return { ...now.header, profiles: now.profiles };
    },
    touch,
    bring() {
      hide();
      tellIfReadable();
    },
    close: hide,
  };
}
