/** What a person can do about signing in and out, with the words that follow. A browser opens only for `open` and `openAll`. */
import type { CallName } from '../../preload/contract.ts';
import type { Failure } from '../../preload/views.ts';
import type { Api } from '../api.ts';
import { createStore } from './store.ts';
import type { ReadableStore } from './store.ts';
import type { Toasts } from './toast-request.ts';
import type { WindowState } from './window-state.ts';

export interface SignInActions {
  /** Begins it, or goes on with it, and opens its page. */
  open(id: string): Promise<void>;
  /** The same without a browser: for codes, which may be typed on another device. */
  start(id: string): Promise<void>;
  copyLink(id: string): Promise<void>;
  copyCode(id: string): Promise<void>;
  /** What is wrong with the address; null when it was taken. */
  paste(id: string, address: string): Promise<Failure | null>;
  accept(id: string): Promise<void>;
  cancel(id: string): Promise<void>;
  openAll(): Promise<void>;
  stopAll(): Promise<void>;
  signOut(id: string): Promise<void>;
  /** Ids of attempts whose end the person does not want to see any more. */
  readonly dismissed: ReadableStore<ReadonlySet<string>>;
  dismiss(attemptId: string): void;
}

type OfOneProfile = Extract<CallName, 'signIns.open' | 'signIns.start' | 'signIns.accept' | 'signIns.cancel'>;

export function createSignInActions(parts: {
  readonly api: Api;
  readonly state: ReadableStore<WindowState>;
  readonly toasts: Toasts;
}): SignInActions {
  const { api, state, toasts } = parts;
  const dismissed = createStore<ReadonlySet<string>>(new Set());
  const failed = ({ what, next }: Failure): void => toasts.show({ kind: 'failed', text: what, detail: next });

  async function ask(name: OfOneProfile, id: string): Promise<void> {
    const result = await api.call(name, { id });
    // Cancelled by the person, who need not be told.
    if (!result.ok && result.failure.code !== 'internal.cancelled') failed(result.failure);
  }

  return {
    dismissed,
    open: (id) => ask('signIns.open', id),
    start: (id) => ask('signIns.start', id),
    accept: (id) => ask('signIns.accept', id),
    cancel: (id) => ask('signIns.cancel', id),
    async copyLink(id) {
      const result = await api.call('signIns.copyLink', { id });
      if (!result.ok) return failed(result.failure);
      toasts.show({
        kind: 'done',
        text: 'Sign-in link copied',
        detail: 'Paste it into the browser window in which you want to sign in.',
      });
    },
    async copyCode(id) {
      const result = await api.call('signIns.copyCode', { id });
      if (!result.ok) return failed(result.failure);
      toasts.show({ kind: 'done', text: 'Code copied' });
    },
    async paste(id, address) {
      const result = await api.call('signIns.paste', { id, url: address });
      return result.ok ? null : result.failure;
    },
    async openAll() {
      const result = await api.call('signIns.openAll', undefined);
      if (!result.ok) failed(result.failure);
    },
    async stopAll() {
      const result = await api.call('signIns.stopAll', undefined);
      if (!result.ok) failed(result.failure);
    },
    async signOut(id) {
      const name = state.get().profiles.get(id)?.name ?? 'the profile';
      const result = await api.call('profiles.signOut', { id });
      if (!result.ok) return failed(result.failure);
      const { isServerTold, warning } = result.value;
      toasts.show({
        kind: warning === null ? 'done' : 'warning',
        text: `You are signed out of ${name}`,
        detail:
          warning ??
          (isServerTold
            ? 'The server was told to end the session.'
            : 'There was no session that the server had to be told of.'),
      });
    },
    dismiss: (attemptId) => dismissed.update((ids) => new Set(ids).add(attemptId)),
  };
}
