/** The list with what stands around it: search and filters, all tokens on one axis, and what to do with several at once. */
import './list-pane.css';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useApp } from '../../state/app-context.ts';
import { sameItems, useSelected, useWindowState } from '../../state/use-store.ts';
import { listName } from '../../words/list-words.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { arrange, sameEntries } from './arrange.ts';
import { FilterChips } from './filter-chips.tsx';
import { passes } from './filters.ts';
import { ListBar } from './list-bar.tsx';
import type { ListMemory } from './list-memory.ts';
import { ListSummary } from './list-summary.tsx';
import { NothingFound } from './nothing-found.tsx';
import { NoTrayHint } from './no-tray-hint.tsx';
import { ProfileGrid } from './profile-grid.tsx';
import { SearchBar } from './search-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { among, nothingSelected } from './selection.ts';
import { SignInAll } from './sign-in-all.tsx';

export interface ListPaneProps {
  readonly memory: ListMemory;
  readonly selectedId: string | null;
  /** Nothing stands beside it: it is the page. */
  readonly isPage: boolean;
  readonly onOpen: (id: string, byKeyboard: boolean) => void;
}

export function ListPane({ memory, selectedId, isPage, onOpen }: ListPaneProps) {
  const { listView } = useApp();
  const pane = useRef<HTMLElement>(null);
  const view = useSelected(listView, (value) => value);
  const query = useSelected(memory.query, (value) => value);
  const entries = useWindowState(
    useCallback((state) => arrange(state, { view, query, search: memory.search }), [view, query, memory]),
    sameEntries,
  );
  const ids = useMemo(() => entries.flatMap((entry) => (entry.kind === 'profile' ? [entry.id] : [])), [entries]);
  const passing = useWindowState(
    useCallback((state) => [...state.profiles.values()].filter((profile) => passes(profile, view)), [view]),
    sameItems,
  );

  useEffect(() => memory.selection.update((selection) => among(selection, ids)), [memory, ids]);

  const Frame = isPage ? 'main' : 'section';

  function enterList(): void {
    pane.current?.querySelector<HTMLElement>('.row-main[tabindex="0"]')?.focus();
  }

  function openFirst(): void {
    const first = ids[0];
    if (first !== undefined) onOpen(first, true);
  }

  function keyPressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || memory.selection.get().ids.size === 0) return;
    memory.selection.update(() => nothingSelected);
    event.preventDefault();
  }

  return (
    <Frame ref={pane} className="list-pane" aria-label={listName} onKeyDown={keyPressed}>
      {isPage ? <h1 className="for-screen-readers">{listName}</h1> : null}
      <div className="list-head">
        <ListBar />
        <SearchBar memory={memory} onLeaveDown={enterList} onEnter={openFirst} />
        <FilterChips />
        {view.showsTimeline && passing.length > 0 ? <Timeline profiles={passing} onOpen={onOpen} /> : null}
        <ListSummary memory={memory} shownCount={ids.length} />
        <SignInAll />
      </div>
      {ids.length === 0 ? (
        <NothingFound memory={memory} />
      ) : (
        <ProfileGrid entries={entries} ids={ids} selectedId={selectedId} memory={memory} onOpen={onOpen} />
      )}
      <SelectionBar memory={memory} ids={ids} />
      <NoTrayHint />
    </Frame>
  );
}
