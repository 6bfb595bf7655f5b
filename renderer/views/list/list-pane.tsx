/** The list with what stands around it: search, what needs attention, and the ways to add and to set. */
import './list-pane.css';
import { useCallback, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { sameItems, useSelected, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { matchesFilter } from '../../words/profile-search.ts';
import type { ProfileFilter } from '../../words/profile-search.ts';
import { ListBar } from './list-bar.tsx';
import { showEverything } from './list-memory.ts';
import type { ListMemory } from './list-memory.ts';
import { ListSummary } from './list-summary.tsx';
import { NoTrayHint } from './no-tray-hint.tsx';
import { ProfileGrid } from './profile-grid.tsx';
import { SignInAll } from './sign-in-all.tsx';
import { SearchField } from './search-field.tsx';

export interface ListPaneProps {
  readonly memory: ListMemory;
  readonly selectedId: string | null;
  /** Nothing stands beside it: it is the page. */
  readonly isPage: boolean;
  readonly onOpen: (id: string, byKeyboard: boolean) => void;
}

export function ListPane({ memory, selectedId, isPage, onOpen }: ListPaneProps) {
  const pane = useRef<HTMLElement>(null);
  const filter = useSelected(memory.filter, (value) => value);
  const ids = useWindowState(
    useCallback((state) => idsIn(state, filter), [filter]),
    sameItems,
  );

  const Frame = isPage ? 'main' : 'section';

  function enterList(): void {
    pane.current?.querySelector<HTMLElement>('.row-main[tabindex="0"]')?.focus();
  }

  function openFirst(): void {
    const first = ids[0];
    if (first !== undefined) onOpen(first, true);
  }

  return (
    <Frame ref={pane} className="list-pane" aria-label="Profiles">
      {isPage ? <h1 className="for-screen-readers">Profiles</h1> : null}
      <div className="list-head">
        <ListBar />
        <SearchField memory={memory} onLeaveDown={enterList} onEnter={openFirst} />
        <ListSummary memory={memory} shownCount={ids.length} />
        <SignInAll />
      </div>
      {ids.length === 0 ? (
        <NothingFound query={filter.query} onClear={() => memory.filter.update(() => showEverything)} />
      ) : (
        <ProfileGrid ids={ids} selectedId={selectedId} memory={memory} onOpen={onOpen} />
      )}
      <NoTrayHint />
    </Frame>
  );
}

function idsIn({ order, profiles }: WindowState, filter: ProfileFilter): readonly string[] {
  return order.filter((id) => {
    const profile = profiles.get(id);
    return profile !== undefined && matchesFilter(profile, filter);
  });
}

function NothingFound({ query, onClear }: { readonly query: string; readonly onClear: () => void }) {
  return (
    <div className="list-nothing">
      <p>{query === '' ? 'Nothing needs you.' : `No profile matches “${query}”.`}</p>
      <Button onClick={onClear}>Show all</Button>
    </div>
  );
}
