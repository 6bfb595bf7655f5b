/** What a person can do with a profile from anywhere in the window, with the words that follow. */
import type { Clock, Timer } from '../clock.ts';
import type { Toasts } from './toast-request.ts';
import type { Api } from '../api.ts';
import type { CallInput } from '../../preload/contract.ts';
import type { CopyReply } from '../../preload/replies.ts';
import type { Failure, ProfileDetail } from '../../preload/views.ts';
import { copiedWords } from '../words/copied-words.ts';
import type { Navigation } from './navigation.ts';
import { createStore } from './store.ts';
import type { ReadableStore } from './store.ts';
import type { WindowState } from './window-state.ts';

type CopyKind = ProfileDetail['copyKinds'][number]['kind'];

interface CopyWish {
  readonly id: string;
  readonly as: CopyKind;
  /** As the menu names it; begins the confirmation. */
  readonly what: string;
  /** True puts the token itself into a snippet. */
  readonly literal?: boolean;
}

/** A copy that waits for the person to say whether they want somebody else's token, or one that works on production. */
export interface CopyQuestion {
  readonly wish: CopyWish;
  readonly reply: Exclude<CopyReply, { outcome: 'copied' }>;
}

export interface Actions {
  copy(wish: CopyWish): Promise<void>;
  /** Null: nothing is asked. */
  readonly question: ReadableStore<CopyQuestion | null>;
  answer(copyAnyway: boolean): Promise<void>;
  /** The last copy, for as long as its check mark shows. */
  readonly justCopied: ReadableStore<Pick<CopyWish, 'id' | 'as'> | null>;
  refresh(id: string): Promise<void>;
  makeDefault(id: string): Promise<void>;
  /** Leaves the profile's page, and offers to undo it. */
  remove(id: string): Promise<void>;
  /** A page of the profile's tenant, in the browser. */
  openLink(id: string, link: CallInput<'profiles.openLink'>['link']): Promise<void>;
  startDemo(): Promise<void>;
}

/** How long a check mark stands in for the copy icon. */
const copiedMarkMs = 1_800;

export function createActions(parts: {
  readonly api: Api;
  readonly state: ReadableStore<WindowState>;
  readonly navigation: Navigation;
  readonly toasts: Toasts;
  readonly clock: Clock;
}): Actions {
  const { api, navigation, toasts, clock } = parts;
  const question = createStore<CopyQuestion | null>(null);
  const justCopied = createStore<Pick<CopyWish, 'id' | 'as'> | null>(null);
  let markTimer: Timer | undefined;

  const nameOf = (id: string): string => parts.state.get().profiles.get(id)?.name ?? 'the profile';
  const failed = ({ what, next }: Failure): void => toasts.show({ kind: 'failed', text: what, detail: next });

  function markCopied({ id, as }: CopyWish): void {
    justCopied.update(() => ({ id, as }));
    markTimer?.cancel();
    markTimer = clock.setTimer(copiedMarkMs, () => justCopied.update(() => null));
  }

  async function copy(wish: CopyWish, confirmed: boolean): Promise<void> {
    const { id, as, what, literal = false } = wish;
    const result = await api.call('profiles.copy', { id, as, literal, confirmed });
    if (!result.ok) return failed(result.failure);
    const reply = result.value;
    if (reply.outcome !== 'copied') return question.update(() => ({ wish, reply }));
    markCopied(wish);
    const profile = parts.state.get().profiles.get(id) ?? { name: nameOf(id) };
    toasts.show(copiedWords(reply, what, profile, clock.now()));
  }

  async function restore(id: string, name: string): Promise<void> {
    const result = await api.call('profiles.restore', { id });
    if (!result.ok) return failed(result.failure);
    toasts.show({ kind: 'done', text: `${name} is back` });
    navigation.go({ view: 'profile', id });
  }

  return {
    question,
    justCopied,
    copy: (wish) => copy(wish, false),
    async answer(copyAnyway) {
      const asked = question.get();
      question.update(() => null);
      if (copyAnyway && asked !== null) await copy(asked.wish, true);
    },
    async refresh(id) {
      const result = await api.call('profiles.refresh', { id });
      if (!result.ok) return failed(result.failure);
      toasts.show({ kind: 'done', text: `${nameOf(id)} has a fresh token` });
    },
    async makeDefault(id) {
      const result = await api.call('profiles.makeDefault', { id });
      if (!result.ok) return failed(result.failure);
      toasts.show({ kind: 'done', text: `${nameOf(id)} is the default now` });
    },
    async remove(id) {
      const name = nameOf(id);
      const result = await api.call('profiles.remove', { id });
      if (!result.ok) return failed(result.failure);
      navigation.go({ view: 'list' });
      const { isSignedOut, warning } = result.value;
      const detail = isSignedOut ? 'You were signed out of it as well.' : warning;
      toasts.show({
        kind: 'done',
        text: `${name} is deleted`,
        ...(detail === null ? {} : { detail }),
        action: { label: 'Undo', run: () => void restore(id, name) },
        lastsMs: result.value.undoUntilMs - clock.now(),
      });
    },
    async openLink(id, link) {
      const result = await api.call('profiles.openLink', { id, link });
      if (!result.ok) failed(result.failure);
    },
    async startDemo() {
      const result = await api.call('app.startDemo', undefined);
      if (!result.ok) return failed(result.failure);
      toasts.show({
        kind: 'done',
        text: 'The demo opens in a window of its own',
        detail: 'It is gone when you quit it.',
      });
    },
  };
}
