/** Finds profiles while the person types. */
import './search-field.css';
import { Input } from '@base-ui/react/input';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import '../../components/field.css';
import { Icon } from '../../components/icons.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import { listName, searchWords } from '../../words/list-words.ts';
import type { ListMemory } from './list-memory.ts';

export interface SearchFieldProps {
  readonly memory: ListMemory;
  /** Arrow down: into the list. */
  readonly onLeaveDown: () => void;
  readonly onEnter: () => void;
}

export function SearchField({ memory, onLeaveDown, onEnter }: SearchFieldProps) {
  const { state } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const query = useSelected(memory.query, (value) => value);
  const isAsked = useSelected(memory.searchAsked, (asked) => asked);

  useEffect(() => {
    if (!isAsked) return;
    memory.searchAsked.update(() => false);
    input.current?.focus();
    input.current?.select();
  }, [memory, isAsked]);

  const search = (next: string) => memory.query.update(() => next);

  function keyPressed(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') onLeaveDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && query !== '') search('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="search" role="search" aria-label={listName}>
      <Icon name="search" />
      <Input
        ref={input}
        className="control"
        type="search"
        aria-label={searchWords.name}
        placeholder={searchWords.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onValueChange={search}
        onFocus={() => memory.search.prepare(state.get().profiles.values())}
        onKeyDown={keyPressed}
      />
      {query === '' ? (
        <kbd className="search-hint" aria-hidden="true">
          /
        </kbd>
      ) : (
        <span className="search-clear">
          <IconButton icon="close" label={searchWords.clear} size="small" onClick={() => search('')} />
        </span>
      )}
    </div>
  );
}
