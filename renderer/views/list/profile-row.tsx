/** One profile in the list. It renders when this profile changes, or whether it is selected, and at no other time. */
import './profile-row.css';
import { memo, useCallback } from 'react';
import type { MouseEvent } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { SystemMark } from '../../components/system-mark.tsx';
import { useProfile, useSelected } from '../../state/use-store.ts';
import { rowWords } from '../../words/list-words.ts';
import type { ListMemory } from './list-memory.ts';
import { RowActions } from './row-actions.tsx';
import type { RowMenuPlace } from './row-menu-place.ts';
import { RowWords } from './row-words.tsx';
import { toggled } from './selection.ts';
import type { Selection } from './selection.ts';

export interface ProfileRowProps {
  readonly id: string;
  /** From 0, among the rows that the list shows. */
  readonly index: number;
  readonly topRem: number;
  /** Its page shows. */
  readonly isOpen: boolean;
  /** The Tab key goes to this row. */
  readonly isTabStop: boolean;
  readonly memory: ListMemory;
  readonly menu: RowMenuPlace;
  /** With the keys that were held. */
  readonly onPress: (id: string, event: MouseEvent) => void;
}

export const ProfileRow = memo(function ProfileRow(props: ProfileRowProps) {
  const { id, index, topRem, isOpen, isTabStop, memory, menu, onPress } = props;
  const profile = useProfile(id);
  const isSelected = useSelected(
    memory.selection,
    useCallback(({ ids }: Selection) => ids.has(id), [id]),
  );
  if (profile === undefined) return null;
  const tabIndex = isTabStop ? 0 : -1;

  function ticked(_checked: boolean, event: Event): void {
    // A range is taken by the press on the row below.
    if ('shiftKey' in event && event.shiftKey === true) return;
    memory.selection.update((before) => toggled(before, id));
  }

  return (
    <div
      className="row"
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      {...(isOpen ? { 'aria-current': 'page' } : {})}
      data-id={id}
      data-environment={profile.environment}
      style={{ top: `${topRem}rem` }}
    >
      <div className="row-main" role="gridcell" tabIndex={tabIndex} onClick={(event) => onPress(id, event)}>
        <SystemMark profile={profile} />
        <RowWords profile={profile} />
      </div>
      <RowActions profile={profile} tabIndex={tabIndex} menu={menu} />
      {/* Stands first, and is said last: a row is called by its name. */}
      <div className="row-check" role="gridcell" onClick={(event) => event.shiftKey && onPress(id, event)}>
        <Checkbox label={rowWords.select(profile.name)} checked={isSelected} tabIndex={-1} onCheckedChange={ticked} />
      </div>
    </div>
  );
});
