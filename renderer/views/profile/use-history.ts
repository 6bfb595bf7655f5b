/** Fetches what happened to a profile, page by page, and the newest page anew whenever something was added. */
import { useCallback, useEffect, useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';
import { historyKinds } from '../../words/history-words.ts';
import type { HistoryKind } from '../../words/history-words.ts';
import { withNewest, withOlder } from './history-pages.ts';
import type { HistoryState } from './history-pages.ts';

/** What a kind adds to the question; nothing where everything is wanted. */
const questions = new Map(historyKinds.map(({ kind, what }) => [kind, what === undefined ? {} : { what: [...what] }]));

const nothingYet: HistoryState = { items: null, hasMore: false, failure: null };

/** Mount it anew for another profile or kind. `older` fetches the next page; resolves when it is shown. */
export function useHistory(
  profile: ProfileView,
  kind: HistoryKind,
): HistoryState & { readonly older: () => Promise<void> } {
  const { api } = useApp();
  const { id } = profile;
  const question = questions.get(kind);
  const [state, setState] = useState(nothingYet);

  useEffect(() => {
    let isCurrent = true;
    async function load(): Promise<void> {
      const result = await api.call('profiles.history', { id: profile.id, ...question });
      if (!isCurrent) return;
      setState((before) => (result.ok ? withNewest(before, result.value) : { ...before, failure: result.failure }));
    }
    void load();
    const stop = api.on('profiles.historyGrew', ({ ids }) => {
      if (ids.includes(profile.id)) void load();
    });
    return () => {
      isCurrent = false;
      stop();
    };
    // The whole profile: what another process does shows there first.
  }, [api, profile, question]);

  const last = state.items?.at(-1)?.id;
  const older = useCallback(async () => {
    if (last === undefined) return;
    const result = await api.call('profiles.history', { id, before: last, ...question });
    setState((before) => (result.ok ? withOlder(before, result.value) : { ...before, failure: result.failure }));
  }, [api, id, last, question]);

  return { ...state, older };
}
