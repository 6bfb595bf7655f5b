/** The rows of the list: only those that can be seen are in the document, and arrow keys walk through all of them. */
import './profile-grid.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useApp } from '../../state/app-context.ts';
import { createStore } from '../../state/store.ts';
import { listName } from '../../words/list-words.ts';
import type { ListEntry } from './arrange.ts';
import { gridKey, rowForKey } from './grid-keys.ts';
import { GroupRow } from './group-row.tsx';
import type { ListMemory } from './list-memory.ts';
import { moveAlong } from './move-along.ts';
import { ProfileRow } from './profile-row.tsx';
import { tokenItself } from './row-actions.tsx';
import { RowMenu } from './row-menu.tsx';
import { closedRowMenu, openRowMenu } from './row-menu-place.ts';
import { rowTops } from './row-window.ts';
import { everything, rangeTo, toggled } from './selection.ts';
import { headingHeightRem, rowHeightRem, useRowWindow } from './use-row-window.ts';

export interface ProfileGridProps {
  /** In the order of the list, with the headings of groups. */
  readonly entries: readonly ListEntry[];
  /** Of the profiles among them. */
  readonly ids: readonly string[];
  readonly selectedId: string | null;
  readonly memory: ListMemory;
  /** `byKeyboard`: the focus goes along. */
  readonly onOpen: (id: string, byKeyboard: boolean) => void;
}

export function ProfileGrid({ entries, ids, selectedId, memory, onOpen }: ProfileGridProps) {
  const { actions } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const [menu] = useState(() => createStore(closedRowMenu));
  const [tabStopId, setTabStopId] = useState(memory.tabStopId);
  const remember = useCallback((scrollTop: number) => void (memory.scrollTop = scrollTop), [memory]);
  const tops = useMemo(() => rowTops(entries.map(heightOf)), [entries]);
  const places = useMemo(() => placesOf(entries), [entries]);
  const { rows, scrollTo } = useRowWindow({ scroller, tops, startAt: memory.scrollTop, onScroll: remember });

  const stopId = [tabStopId, selectedId].find((id) => id !== null && places.has(id)) ?? ids[0] ?? '';
  const stopAt = places.get(stopId) ?? 0;

  // For what rows are given: it keeps its identity while the list is narrowed, so that rows which stay render not again.
  const shownIds = useRef(ids);
  useLayoutEffect(() => void (shownIds.current = ids), [ids]);

  const pressed = useCallback(
    (id: string, event: MouseEvent) => {
      const { selection } = memory;
      if (event.shiftKey) selection.update((before) => rangeTo(before, id, shownIds.current));
      else if (event.ctrlKey || event.metaKey) selection.update((before) => toggled(before, id));
      else onOpen(id, false);
    },
    [memory, onOpen],
  );

  function focusRow(id: string): void {
    // The row must be in the document before it can take the focus.
    flushSync(() => {
      scrollTo(places.get(id) ?? 0);
      setTabStopId(id);
    });
    scroller.current
      ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] > .row-main`)
      ?.focus({ preventScroll: true });
  }

  function walk(id: string, event: KeyboardEvent): boolean {
    const target = ids[rowForKey(event.key, ids.indexOf(id), ids.length) ?? -1];
    if (target === undefined) return moveAlong(event);
    if (event.shiftKey) {
      memory.selection.update((before) =>
        rangeTo(before.ids.size === 0 ? { ...before, anchorId: id } : before, target, ids),
      );
    }
    focusRow(target);
    return true;
  }

  function keyPressed(event: KeyboardEvent): void {
    const id = rowIdOf(event.target);
    if (id === undefined) return;
    const isOnRow = event.target instanceof HTMLElement && event.target.matches('.row-main');
    const asked = gridKey(event, isOnRow);
    if (asked === 'copy') void actions.copy({ id, ...tokenItself });
    else if (asked === 'open') onOpen(id, true);
    else if (asked === 'select') memory.selection.update((before) => toggled(before, id));
    else if (asked === 'select-all') memory.selection.update(() => everything(ids));
    else if (!walk(id, event)) return;
    event.preventDefault();
  }

  function focused(event: FocusEvent): void {
    const id = rowIdOf(event.target);
    if (id === undefined) return;
    memory.tabStopId = id;
    setTabStopId(id);
  }

  /** The secondary button of the pointer, or the key for it. */
  function menuAsked(event: MouseEvent): void {
    const id = rowIdOf(event.target);
    if (id === undefined) return;
    event.preventDefault();
    openRowMenu(menu, id);
  }

  const indexes = Array.from({ length: rows.end - rows.start }, (_, offset) => rows.start + offset);
  // The row with the focus stays, however far the list is scrolled.
  if (stopAt < entries.length && (stopAt < rows.start || stopAt >= rows.end)) indexes.push(stopAt);

  return (
    <>
      <div
        ref={scroller}
        className="grid"
        role="grid"
        aria-label={listName}
        aria-rowcount={entries.length}
        aria-multiselectable="true"
        onKeyDown={keyPressed}
        onFocus={focused}
        onContextMenu={menuAsked}
      >
        <div className="grid-rows" role="rowgroup" style={{ height: `${tops.at(-1) ?? 0}rem` }}>
          {indexes.map((index) => {
            const entry = entries[index];
            const topRem = tops[index] ?? 0;
            if (entry === undefined) return null;
            if (entry.kind === 'group') {
              return <GroupRow key={`group ${entry.key}`} group={entry} index={index} topRem={topRem} />;
            }
            return (
              <ProfileRow
                key={entry.id}
                id={entry.id}
                index={index}
                topRem={topRem}
                isOpen={entry.id === selectedId}
                isTabStop={index === stopAt}
                memory={memory}
                menu={menu}
                onPress={pressed}
              />
            );
          })}
        </div>
      </div>
      <RowMenu menu={menu} memory={memory} />
    </>
  );
}

function heightOf({ kind }: ListEntry): number {
  return kind === 'group' ? headingHeightRem : rowHeightRem;
}

/** The index of each profile among all rows. */
function placesOf(entries: readonly ListEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.flatMap((entry, index) => (entry.kind === 'profile' ? [[entry.id, index] as const] : [])));
}

function rowIdOf(target: EventTarget): string | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('.row')?.dataset['id'] ?? undefined) : undefined;
}
