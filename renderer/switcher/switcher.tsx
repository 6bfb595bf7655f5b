/** Finds a profile by two letters and hands over its token: a search field with a list, worked by the keyboard alone. */
import './switcher.css';
import { Input } from '@base-ui/react/input';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { AppHeader, ProfileView } from '../../preload/views.ts';
import { Icon } from '../components/icons.tsx';
import type { ReadableStore } from '../state/store.ts';
import { useSelected } from '../state/use-store.ts';
import type { WindowState } from '../state/window-state.ts';
import { rowForKey } from '../views/list/grid-keys.ts';
import { createProfileSearch } from '../words/profile-search.ts';
import {
  foundWords,
  moreWords,
  nothingFound,
  profilesLabel,
  searchLabel,
  searchPlaceholder,
} from '../words/switcher-words.ts';
import type { SwitcherControl } from './switcher-control.ts';
import { SwitcherFoot } from './switcher-foot.tsx';
import { choiceFor } from './switcher-keys.ts';
import { switcherRows } from './switcher-list.ts';
import type { SwitcherRows } from './switcher-list.ts';
import { SwitcherQuestion } from './switcher-question.tsx';
import { SwitcherRow } from './switcher-row.tsx';

export interface SwitcherProps {
  readonly control: SwitcherControl;
  readonly state: ReadableStore<WindowState>;
  readonly platform: AppHeader['platform'];
}

export function Switcher({ control, state, platform }: SwitcherProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [search] = useState(createProfileSearch);
  const profiles = useSelected(state, selectProfiles);
  const { query, chosenId, order, notice } = useSelected(control.state, whole);
  const rows = useMemo(
    () => switcherRows(search, profiles.values(), { query, chosenId, order }),
    [search, profiles, query, chosenId, order],
  );
  const { shown, chosenIndex } = rows;
  const chosen = shown[chosenIndex];
  const isAsking = notice?.kind === 'asking';

  useEffect(() => {
    if (!isAsking) input.current?.focus();
  }, [isAsking]);

  const point = useCallback((id: string) => control.pick(id), [control]);
  const press = useCallback(
    (profile: ProfileView, event: KeyboardEvent | MouseEvent) => {
      const choice = choiceFor(event, platform);
      if (choice !== undefined) void control.choose(profile, choice);
    },
    [control, platform],
  );

  function keyPressed(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen !== undefined) press(chosen, event);
      return;
    }
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = rowForKey(event.key, chosenIndex, shown.length);
    const next = to === undefined ? undefined : shown[to];
    if (next === undefined) return;
    event.preventDefault();
    control.pick(next.id);
  }

  return (
    <div className="switcher">
      <div className="switcher-head">
        <Icon name="search" />
        <Input
          ref={input}
          className="switcher-input"
          role="combobox"
          aria-label={searchLabel}
          aria-expanded={!isAsking && shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isAsking || chosen === undefined ? undefined : rowId(listId, chosen.id)}
          placeholder={searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          disabled={isAsking}
          autoFocus
          value={query}
          onValueChange={(next) => control.search(next)}
          onKeyDown={keyPressed}
        />
      </div>
      {isAsking ? (
        <SwitcherQuestion asking={notice} onAnswer={(copyAnyway) => void control.answer(copyAnyway)} />
      ) : (
        <RowList rows={rows} query={query} listId={listId} onPoint={point} onPress={press} />
      )}
      <p className="for-screen-readers" role="status">
        {statusWords(rows, query)}
      </p>
      <div role="status">
        <SwitcherFoot platform={platform} chosen={chosen} notice={notice} />
      </div>
    </div>
  );
}

interface RowListProps {
  readonly rows: SwitcherRows;
  readonly query: string;
  readonly listId: string;
  readonly onPoint: (id: string) => void;
  readonly onPress: (profile: ProfileView, event: MouseEvent) => void;
}

function RowList({ rows: { shown, moreCount, chosenIndex }, query, listId, onPoint, onPress }: RowListProps) {
  return (
    <>
      <div id={listId} className="switcher-list" role="listbox" aria-label={profilesLabel}>
        {shown.map((profile, index) => (
          <SwitcherRow
            key={profile.id}
            profile={profile}
            elementId={rowId(listId, profile.id)}
            isChosen={index === chosenIndex}
            onPoint={onPoint}
            onPress={onPress}
          />
        ))}
      </div>
      {shown.length === 0 ? <p className="switcher-rest">{nothingFound(query)}</p> : null}
      {moreCount === 0 ? null : <p className="switcher-rest">{moreWords(moreCount)}</p>}
    </>
  );
}

function statusWords({ shown, moreCount }: SwitcherRows, query: string): string {
  if (query.trim() === '') return '';
  return shown.length === 0 ? nothingFound(query) : foundWords(shown.length + moreCount);
}

function rowId(listId: string, id: string): string {
  return `${listId}-${id}`;
}

function selectProfiles({ profiles }: WindowState): WindowState['profiles'] {
  return profiles;
}

function whole<Value>(value: Value): Value {
  return value;
}
