/** What the list remembers while it does not show: the search, and how far it was scrolled. */
import { createStore } from '../../state/store.ts';
import type { Store } from '../../state/store.ts';
import type { ProfileFilter } from '../../words/profile-search.ts';

export interface ListMemory {
  readonly filter: Store<ProfileFilter>;
  /** True from when something asks for the search field, such as a shortcut, until the field has taken the focus. */
  readonly searchAsked: Store<boolean>;
  scrollTop: number;
  /** The row that the Tab key goes to; null before one was chosen. */
  tabStopId: string | null;
}

export const showEverything: ProfileFilter = { query: '', attentionOnly: false };

export function createListMemory(): ListMemory {
  return {
    filter: createStore<ProfileFilter>(showEverything),
    searchAsked: createStore(false),
    scrollTop: 0,
    tabStopId: null,
  };
}
