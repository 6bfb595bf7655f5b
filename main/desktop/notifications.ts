/**
 * Notifies about profiles whose tokens cannot be kept fresh.
 *
 * Invariants:
 * - what changes within a moment is one notification, and so is what changes within half a minute after one;
 * - at most one timer, for the next instant at which something may be due;
 * - what a notification says is so when it is shown.
 */
import type { Destination } from '../../preload/replies.ts';
import type { Clock, Timer } from '../clock.ts';
import { isOn } from '../settings/setting-value.ts';
import type { Announce } from './announce.ts';
import { messagesOf } from './notice-words.ts';
import type { Message } from './notice-words.ts';
import { dueNotices } from './notices.ts';
import type { Memory } from './notices.ts';
import type { DesktopPorts } from './ports.ts';
import type { StatusChanges } from './status-changes.ts';
import { dueSignIns, watchedProfiles } from './watched-profiles.ts';
import type { Describe, WatchPorts } from './watched-profiles.ts';

/** Many profiles fail within this time when the network goes. */
const gatherMs = 2_000;
/** Between two notifications. */
const restMs = 30_000;
/** A timer may fire a little early. */
const shortestWaitMs = 1_000;

export interface NotificationParts {
  readonly ports: WatchPorts & {
    readonly clock: Clock;
    readonly settings: Pick<DesktopPorts['settings'], 'get'>;
  };
  readonly changes: Pick<StatusChanges, 'onChange'>;
  /** In the words of the window. */
  readonly describe: Describe;
  /** A message of the system's own kind. */
  readonly announce: Announce;
  readonly open: (destination: Destination) => void;
  /** Opens the browser: a click on a notification that is about signing in asks for it. */
  readonly signIn: (profileIds: readonly string[]) => void;
  /** The person looks at the window. */
  readonly isWindowOpen: () => boolean;
  /** Of the times; absent: the system's. */
  readonly locale?: string;
}

export function createNotifications(parts: NotificationParts): { close(): void } {
  const { ports, changes, describe, announce, open, signIn, isWindowOpen, locale } = parts;
  const { clock, settings } = ports;
  let memory: Memory = new Map();
  let timer: { readonly atMs: number; readonly handle: Timer } | undefined;
  let restUntilMs = 0;

  function lookIn(delayMs: number): void {
    const atMs = Math.max(clock.monotonic() + delayMs, restUntilMs);
    if (timer !== undefined && timer.atMs <= atMs) return;
    timer?.handle.cancel();
    timer = { atMs, handle: clock.setTimer(atMs - clock.monotonic(), () => look(false)) };
  }

  function look(isFirst: boolean): void {
    timer = undefined;
    const nowMs = clock.now();
    try {
      const isSilent = isFirst || !isOn(settings, 'notifications');
      const profiles = watchedProfiles(ports, describe);
      const monotonicMs = clock.monotonic();
      const due = dueNotices({ memory, profiles, nowMs, monotonicMs, isSilent, isWindowOpen: isWindowOpen() });
      memory = due.memory;
      const messages = messagesOf(due.notices, { nowMs, ...(locale === undefined ? {} : { locale }) });
      for (const message of messages) tell(message);
      if (messages.length > 0) restUntilMs = clock.monotonic() + restMs;
      if (due.lookAgainInMs !== undefined) lookIn(Math.max(shortestWaitMs, due.lookAgainInMs));
    } catch {
      // The database cannot be read for now; its next change is looked at again.
    }
  }

  function tell({ title, body, destination, signIn: ids }: Message): void {
    if (ids === undefined) announce({ title, body }, () => open(destination));
    else announce({ title, body, button: 'Sign in' }, () => follow(ids, destination));
  }

  /** It may lie there for hours, and somebody may have signed in meanwhile. */
  function follow(ids: readonly string[], destination: Destination): void {
    const due = dueSignIns(watchedProfiles(ports, describe)).filter((id) => ids.includes(id));
    if (due.length > 0) signIn(due);
    else open(destination);
  }

  const endChanges = changes.onChange(() => lookIn(gatherMs));
  look(true);
  return {
    close() {
      endChanges();
      timer?.handle.cancel();
    },
  };
}
