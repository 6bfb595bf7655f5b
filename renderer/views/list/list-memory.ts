/** What the list remembers while it does not show: the search, what is selected, and how far it was scrolled. */
import { createStore } from '../../state/store.ts';
import type { Store } from '../../state/store.ts';
import { createProfileSearch } from '../../words/profile-search.ts';
import type { ProfileSearch } from '../../words/profile-search.ts';
import { nothingSelected } from './selection.ts';
import type { Selection } from './selection.ts';

export interface ListMemory {
  readonly query: Store<string>;
  readonly search: ProfileSearch;
  readonly selection: Store<Selection>;
  /** True from when something asks for the search field, such as a shortcut, until the field has taken the focus. */
  readonly searchAsked: Store<boolean>;
  scrollTop: number;
  /** The row that the Tab key goes to; null before one was chosen. */
  tabStopId: string | null;
}

export function createListMemory(): ListMemory {
  return {
    query: createStore(''),
    search: createProfileSearch(),
    selection: createStore(nothingSelected),
    searchAsked: createStore(false),
    scrollTop: 0,
    tabStopId: null,
  };
}
