/** What a person can do with several profiles at once, with the words that follow. */
import type { CallInput } from '../../preload/contract.ts';
import type { Failure } from '../../preload/views.ts';
import type { Api } from '../api.ts';
import type { Clock } from '../clock.ts';
import { refreshedWords, removedWords, restoredWords, taggedWords, undoWords } from '../words/many-words.ts';
import { createStore } from './store.ts';
import type { ReadableStore } from './store.ts';
import type { Toasts } from './toast-request.ts';

export interface ManyActions {
  setPinned(id: string, isPinned: boolean): Promise<void>;
  refresh(ids: readonly string[]): Promise<void>;
  /** Those of them that need it, one after another. */
  signIn(ids: readonly string[]): Promise<void>;
  /** Offers to undo it for all of them together. */
  remove(ids: readonly string[]): Promise<void>;
  setTags(change: { readonly ids: readonly string[] } & TagChange): Promise<void>;
  /** True while `refresh` goes on. */
  readonly isRefreshing: ReadableStore<boolean>;
}

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export function createManyActions(parts: {
  readonly api: Api;
  readonly toasts: Toasts;
  readonly clock: Clock;
}): ManyActions {
  const { api, toasts, clock } = parts;
  const isRefreshing = createStore(false);
  const failed = ({ what, next }: Failure): void => toasts.show({ kind: 'failed', text: what, detail: next });

  async function restore(ids: readonly string[]): Promise<void> {
    const result = await api.call('profiles.restoreMany', { ids: [...ids] });
    if (!result.ok) return failed(result.failure);
    toasts.show(restoredWords(result.value));
  }

  return {
    isRefreshing,
    async setPinned(id, isPinned) {
      const result = await api.call('profiles.setPinned', { id, isPinned });
      if (!result.ok) failed(result.failure);
    },
    async refresh(ids) {
      isRefreshing.update(() => true);
      try {
        const result = await api.call('profiles.refreshMany', { ids: [...ids] });
        if (!result.ok) return failed(result.failure);
        toasts.show(refreshedWords(result.value));
      } finally {
        isRefreshing.update(() => false);
      }
    },
    async signIn(ids) {
      const result = await api.call('signIns.openAll', { ids: [...ids] });
      if (!result.ok) failed(result.failure);
    },
    async remove(ids) {
      const result = await api.call('profiles.removeMany', { ids: [...ids] });
      if (!result.ok) return failed(result.failure);
      const { doneIds, undoUntilMs } = result.value;
      const words = removedWords(result.value);
      if (doneIds.length === 0) return toasts.show(words);
      toasts.show({
        ...words,
        action: { label: undoWords, run: () => void restore(doneIds) },
        lastsMs: undoUntilMs - clock.now(),
      });
    },
    async setTags({ ids, add, remove }) {
      const input: CallInput<'profiles.setTags'> = { ids: [...ids], add: [...add], remove: [...remove] };
      const result = await api.call('profiles.setTags', input);
      if (!result.ok) return failed(result.failure);
      toasts.show(taggedWords(result.value));
    },
  };
}
