/**
 * The quick switcher apart from how it looks: what was typed, which profile is chosen, and what Enter does with it.
 *
 * Invariants:
 * - one copy at a time; an answer that comes after the switcher was put away changes nothing in it;
 * - what is chosen stays chosen while profiles come and go around it, and no row moves once somebody looks at it.
 */
import type { Api } from '../api.ts';
import type { Clock, Timer } from '../clock.ts';
import type { CopyReply, Destination, Toast } from '../../preload/replies.ts';
import type { Failure, ProfileView } from '../../preload/views.ts';
import { createStore } from '../state/store.ts';
import type { ReadableStore } from '../state/store.ts';
import { copiedWords } from '../words/copied-words.ts';
import { needsSignIn } from '../words/sign-in-words.ts';
import { byUse } from '../words/switcher-order.ts';
import { copiedWhat, copyingWords } from '../words/switcher-words.ts';
import type { SwitcherChoice } from './switcher-keys.ts';

type CopyChoice = Exclude<SwitcherChoice, 'open'>;

export type SwitcherNotice =
  | { readonly kind: 'working'; readonly text: string }
  | { readonly kind: 'told'; readonly tone: 'bad' | 'warning'; readonly text: string; readonly detail: string }
  | {
      readonly kind: 'asking';
      readonly profile: ProfileView;
      readonly choice: CopyChoice;
      readonly reply: Exclude<CopyReply, { outcome: 'copied' }>;
    };

export interface SwitcherState {
  readonly query: string;
  /** Null: the first that is shown. */
  readonly chosenId: string | null;
  /** Ids in the order that stays while the switcher is open; null: it follows what is used. */
  readonly order: readonly string[] | null;
  /** What is said in place of the keys, or asked in place of the list. */
  readonly notice: SwitcherNotice | null;
}

/** Where the switcher is: in a window of its own, or above the main window. */
export interface SwitcherHost {
  /** Puts the switcher away. */
  leave(): void;
  /** Puts it away, and goes there. */
  open(destination: Extract<Destination, { view: 'list' | 'add' | 'profile' }>): void;
  /** Shows what is said after a copy; absent where nothing is there to show it once the switcher is away. */
  readonly tell?: (toast: Toast) => void;
}

export interface SwitcherControl {
  readonly state: ReadableStore<SwitcherState>;
  search(query: string): void;
  pick(id: string): void;
  /** Carries out the choice, or starts the sign-in without which there is nothing to copy. */
  choose(profile: ProfileView, choice: SwitcherChoice): Promise<void>;
  answer(copyAnyway: boolean): Promise<void>;
  /** It comes up: from now on somebody looks at it. */
  readonly begin: () => void;
  /** It was put away, and is fresh for the next time. */
  readonly reset: () => void;
}

const fresh: SwitcherState = { query: '', chosenId: null, order: null, notice: null };

/** What changed while it was hidden is there by then, and nobody has read a row yet. */
const settlesInMs = 100;

export function createSwitcherControl(parts: {
  readonly api: Api;
  readonly clock: Clock;
  readonly profiles: () => Iterable<ProfileView>;
  readonly host: SwitcherHost;
}): SwitcherControl {
  const { api, clock, profiles, host } = parts;
  const state = createStore<SwitcherState>(fresh);
  let turn = 0;
  let settling: Timer | undefined;

  const say = (notice: SwitcherNotice | null): void => state.update((now) => ({ ...now, notice }));
  const fail = ({ what, next }: Failure): void => say({ kind: 'told', tone: 'bad', text: what, detail: next });

  function settle(): void {
    const order = [...profiles()].toSorted(byUse).map(({ id }) => id);
    state.update((now) => ({ ...now, order }));
  }

  function reset(): void {
    turn++;
    settling?.cancel();
    state.update(() => fresh);
  }

  async function copy(profile: ProfileView, choice: CopyChoice, confirmed: boolean): Promise<void> {
    const mine = ++turn;
    say({ kind: 'working', text: copyingWords(profile) });
    const result = await api.call('profiles.copy', { id: profile.id, as: choice, confirmed });
    if (mine !== turn) return;
    if (!result.ok) return fail(result.failure);
    const reply = result.value;
    if (reply.outcome !== 'copied') return say({ kind: 'asking', profile, choice, reply });
    const words = copiedWords(reply, copiedWhat[choice], profile, clock.now());
    if (host.tell === undefined && words.kind === 'warning')
      return say({ kind: 'told', tone: 'warning', text: words.text, detail: words.detail ?? '' });
    host.tell?.(words);
    host.leave();
  }

  /** What it wants of the person besides the browser shows on the profile's page. */
  async function signIn({ id, auth }: ProfileView): Promise<void> {
    const mine = ++turn;
    if (auth === 'device_code') host.open({ view: 'profile', id });
    const result = await api.call(auth === 'device_code' ? 'signIns.start' : 'signIns.open', { id });
    if (mine !== turn || auth === 'device_code') return;
    if (result.ok) host.leave();
    else if (result.failure.code !== 'internal.cancelled') fail(result.failure);
  }

  return {
    state,
    search: (query) => state.update((now) => ({ ...now, query, chosenId: null, notice: null })),
    pick: (chosenId) =>
      state.update((now) => ({ ...now, chosenId, notice: now.notice?.kind === 'working' ? now.notice : null })),
    async choose(profile, choice) {
      if (state.get().notice?.kind === 'working') return;
      if (choice === 'open') host.open({ view: 'profile', id: profile.id });
      else if (wantsSignIn(profile)) await signIn(profile);
      else await copy(profile, choice, false);
    },
    async answer(copyAnyway) {
      const { notice } = state.get();
      if (notice?.kind !== 'asking') return;
      say(null);
      if (copyAnyway) await copy(notice.profile, notice.choice, true);
    },
    begin() {
      settling?.cancel();
      settling = clock.setTimer(settlesInMs, settle);
    },
    reset,
  };
}

/** A token that is still valid can be copied, whoever must sign in afterwards. */
export function wantsSignIn(profile: ProfileView): boolean {
  return needsSignIn(profile) && profile.token !== 'valid' && profile.token !== 'valid-expiry-unknown';
}
