/** What the keys do in the list, for the sheet that lists all shortcuts. */
import {
  copyRowWords,
  endsWords,
  openRowWords,
  rowActionsWords,
  selectAllWords,
  selectRowWords,
  walkPageWords,
  walkRowsWords,
} from '../../words/list-shortcut-words.ts';
import type { Keys } from '../../words/shortcut-words.ts';
import type { GridKey } from './grid-keys.ts';

export interface ListShortcut {
  /** As the list calls it; `move` goes to another row, `along` to the next button of one. */
  readonly does: GridKey | 'move' | 'along';
  readonly words: string;
  readonly keys: readonly Keys[];
}

export const listShortcuts: readonly ListShortcut[] = [
  { does: 'move', words: walkRowsWords, keys: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }] },
  { does: 'move', words: walkPageWords, keys: [{ key: 'PageUp' }, { key: 'PageDown' }] },
  { does: 'move', words: endsWords, keys: [{ key: 'Home' }, { key: 'End' }] },
  { does: 'open', words: openRowWords, keys: [{ key: 'Enter' }] },
  { does: 'copy', words: copyRowWords, keys: [{ key: 'C', command: true }] },
  { does: 'select', words: selectRowWords, keys: [{ key: ' ' }] },
  { does: 'select-all', words: selectAllWords, keys: [{ key: 'A', command: true }] },
  { does: 'along', words: rowActionsWords, keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }] },
];
