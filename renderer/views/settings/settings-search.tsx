/** Finds settings while the person types. */
import './settings-search.css';
import { Input } from '@base-ui/react/input';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { Icon } from '../../components/icons.tsx';
import { settingWords } from '../../words/setting-words.ts';

export interface SettingsSearchProps {
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
}

export function SettingsSearch({ query, onQueryChange }: SettingsSearchProps) {
  /** The first Escape clears the search; only the next one leaves the page. */
  function keyPressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || query === '') return;
    event.preventDefault();
    onQueryChange('');
  }

  return (
    <div className="settings-search" role="search">
      <Icon name="search" />
      <Input
        className="control"
        type="search"
        aria-label={settingWords.search}
        placeholder={settingWords.search}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onValueChange={onQueryChange}
        onKeyDown={keyPressed}
      />
      {query === '' ? null : (
        <span className="settings-search-clear">
          <IconButton icon="close" label={settingWords.clearSearch} size="small" onClick={() => onQueryChange('')} />
        </span>
      )}
    </div>
  );
}
