/**
 * Notifies about profiles whose tokens cannot be kept fresh, and about credentials that end.
 *
 * Invariants:
 * - what changes within a moment is one notification, and so is what changes within half a minute after one;
 * - at most one timer, for the next instant at which something may be due;
 * - what a notification says is so when it is shown.
 */
import type { Destination } from '../../preload/replies.ts';
import type { Clock, Timer } from '../clock.ts';
import { isOn } from '../settings/setting-value.ts';
import type { SwitchKey } from '../settings/setting-keys.ts';
import type { Announce } from './announce.ts';
import { createEndsMemory } from './announced-ends.ts';
import { awaitsEnd, dueCredentialEnds } from './credential-ends.ts';
import { localDay } from './local-day.ts';
import { endMessages, messagesOf } from './notice-words.ts';
import type { Message, NoticeAction } from './notice-words.ts';
import { standingOf } from './notice-trouble.ts';
import { dueNotices } from './notices.ts';
import type { Memory } from './notices.ts';
import type { DesktopPorts } from './ports.ts';
import { profilesInUse } from './profiles-in-use.ts';
import type { StatusChanges } from './status-changes.ts';
import { watchedProfiles } from './watched-profiles.ts';
import type { Describe, WatchedProfile, WatchPorts } from './watched-profiles.ts';

/** Many profiles fail within this time when the network goes. */
const gatherMs = 2_000;
/** Between two notifications. */
const restMs = 30_000;
/** A timer may fire a little early. */
const shortestWaitMs = 1_000;

/** The calendar is looked at this often while it may have something to announce: clocks jump, and machines sleep. */
const calendarMs = 3_600_000;

export interface NotificationParts {
  readonly ports: WatchPorts & {
    readonly clock: Clock;
    readonly settings: Pick<DesktopPorts['settings'], 'get' | 'set'>;
  };
  readonly changes: Pick<StatusChanges, 'onChange'>;
  /** In the words of the window. */
  readonly describe: Describe;
  /** A message of the system's own kind. */
  readonly announce: Announce;
  readonly open: (destination: Destination) => void;
  /** Opens the browser: a click on a notification that is about signing in asks for it. */
  readonly signIn: (profileIds: readonly string[]) => void;
  readonly credentialPages: CredentialPages;
  /** The person looks at the window. */
  readonly isWindowOpen: () => boolean;
  /** Of the times; absent: the system's. */
  readonly locale?: string;
  /** IANA name of the one that days are counted in; absent: the system's. */
  readonly timeZone?: string;
}

/** The pages on which credentials are made. */
export interface CredentialPages {
  /** Whether it is known for this profile. */
  has(id: string): boolean;
  /** In the browser. What goes wrong is told. */
  open(id: string): void;
}

export function createNotifications(parts: NotificationParts): { close(): void } {
  const { ports, changes, describe, announce, open, signIn, credentialPages, isWindowOpen, locale, timeZone } = parts;
  const { clock, settings } = ports;
  const announcedEnds = createEndsMemory(settings);
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
      const profiles = watchedProfiles(ports, describe);
      const messages = [...troubleMessages(profiles, nowMs, isFirst), ...calendarMessages(profiles, nowMs)];
      for (const message of messages) tell(message);
      if (messages.length > 0) restUntilMs = clock.monotonic() + restMs;
    } catch {
      // The database cannot be read for now; it is looked at again at its next change, or in a while.
      lookIn(calendarMs);
    }
  }

  function troubleMessages(profiles: readonly WatchedProfile[], nowMs: number, isFirst: boolean): readonly Message[] {
    const { notices, lookAgainInMs, ...due } = dueNotices({
      memory,
      profiles,
      nowMs,
      monotonicMs: clock.monotonic(),
      isSilent: isFirst || !isOn(settings, 'notifications'),
      isOn: (setting: SwitchKey) => isOn(settings, setting),
      isWindowOpen: isWindowOpen(),
    });
    memory = due.memory;
    if (lookAgainInMs !== undefined) lookIn(Math.max(shortestWaitMs, lookAgainInMs));
    return messagesOf(notices, { nowMs, ...(locale === undefined ? {} : { locale }) });
  }

  function calendarMessages(all: readonly WatchedProfile[], nowMs: number): readonly Message[] {
    const inUse = profilesInUse(all, nowMs);
    const profiles = all.filter(({ status }) => inUse.has(status.id));
    const today = localDay(nowMs, timeZone);
    if (awaitsEnd(profiles, today)) lookIn(calendarMs);
    if (!isOn(settings, 'notifications') || !isOn(settings, 'notifyCredentialEnds')) return [];
    const { ends, announced } = dueCredentialEnds({ profiles, today, announced: announcedEnds.read() });
    if (ends.length > 0) announcedEnds.keep(announced);
    return endMessages(ends, (id) => credentialPages.has(id), { nowMs, ...(locale === undefined ? {} : { locale }) });
  }

  function tell({ title, body, click, buttons }: Message): void {
    const pressed = buttons.map(({ text, action }) => ({ text, onPress: () => act(action) }));
    announce({ title, body, ...(pressed.length === 0 ? {} : { buttons: pressed }) }, () => act(click));
  }

  function act(action: NoticeAction): void {
    if (action.do === 'open') open(action.destination);
    else if (action.do === 'sign-in') signInToThose(action.ids);
    else credentialPages.open(action.id);
  }

  /** It may lie there for hours, and somebody may have signed in meanwhile. */
  function signInToThose(ids: readonly string[]): void {
    const due = watchedProfiles(ports, describe).filter(
      (profile) => ids.includes(profile.status.id) && mayNeedSignIn(profile),
    );
    if (due.length > 0) return signIn(due.map(({ status }) => status.id));
    const [id = '', ...others] = ids;
    return open(others.length === 0 ? { view: 'profile', id } : { view: 'list' });
  }

  function mayNeedSignIn(profile: WatchedProfile): boolean {
    const standing = standingOf(profile, clock.now());
    return standing === 'sign-in-needed' || standing === 'session-ending';
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
