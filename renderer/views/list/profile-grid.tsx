/** The rows of the list: only those that can be seen are in the document, and arrow keys walk through all of them. */
import './profile-grid.css';
import { useCallback, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useApp } from '../../state/app-context.ts';
import { rowForKey } from './grid-keys.ts';
import type { ListMemory } from './list-memory.ts';
import { ProfileRow } from './profile-row.tsx';
import { tokenItself } from './row-actions.tsx';
import { rowHeightRem, useRowWindow } from './use-row-window.ts';

export interface ProfileGridProps {
  /** In the order of the list. */
  readonly ids: readonly string[];
  readonly selectedId: string | null;
  readonly memory: ListMemory;
  /** `byKeyboard`: the focus goes along. */
  readonly onOpen: (id: string, byKeyboard: boolean) => void;
}

export function ProfileGrid({ ids, selectedId, memory, onOpen }: ProfileGridProps) {
  const { actions } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const [tabStopId, setTabStopId] = useState(memory.tabStopId);
  const remember = useCallback((scrollTop: number) => void (memory.scrollTop = scrollTop), [memory]);
  const { rows, scrollTo } = useRowWindow({
    scroller,
    rowCount: ids.length,
    startAt: memory.scrollTop,
    onScroll: remember,
  });
  const openByPointer = useCallback((id: string) => onOpen(id, false), [onOpen]);

  const stopAt = Math.max(0, ids.indexOf(tabStopId ?? selectedId ?? ''));

  function focusRow(index: number): void {
    const id = ids[index];
    if (id === undefined) return;
    // The row must be in the document before it can take the focus.
    flushSync(() => {
      scrollTo(index);
      setTabStopId(id);
    });
    scroller.current
      ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] > .row-main`)
      ?.focus({ preventScroll: true });
  }

  function keyPressed(event: KeyboardEvent): void {
    const id = rowIdOf(event.target);
    if (id === undefined) return;
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
    const isOpen = event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('.row-main');
    const target = rowForKey(event.key, ids.indexOf(id), ids.length);
    if (isCopy) void actions.copy({ id, ...tokenItself });
    else if (isOpen) onOpen(id, true);
    else if (target !== undefined) focusRow(target);
    else if (!moveAlong(event)) return;
    event.preventDefault();
  }

  function focused(event: FocusEvent): void {
    const id = rowIdOf(event.target);
    if (id === undefined) return;
    memory.tabStopId = id;
    setTabStopId(id);
  }

  const indexes = Array.from({ length: rows.end - rows.start }, (_, offset) => rows.start + offset);
  // The row with the focus stays, however far the list is scrolled.
  if (stopAt < ids.length && (stopAt < rows.start || stopAt >= rows.end)) indexes.push(stopAt);

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label="Profiles"
      aria-rowcount={ids.length}
      onKeyDown={keyPressed}
      onFocus={focused}
    >
      <div className="grid-rows" role="rowgroup" style={{ height: `${ids.length * rowHeightRem}rem` }}>
        {indexes.map((index) => {
          const id = ids[index];
          if (id === undefined) return null;
          return (
            <ProfileRow
              key={id}
              id={id}
              index={index}
              isSelected={id === selectedId}
              isTabStop={index === stopAt}
              onOpen={openByPointer}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowIdOf(target: EventTarget): string | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('.row')?.dataset['id'] ?? undefined) : undefined;
}

/** Left and right walk through what can be focused in one row. */
function moveAlong({ key, target }: KeyboardEvent): boolean {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined || !(target instanceof HTMLElement)) return false;
  const stops = [...(target.closest('.row')?.querySelectorAll<HTMLElement>('.row-main, button') ?? [])];
  const next = stops[stops.indexOf(target) + step];
  next?.focus();
  return next !== undefined;
}
