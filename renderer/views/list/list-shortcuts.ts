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

export const listShortcuts: readonly { readonly words: string; readonly keys: readonly Keys[] }[] = [
  { words: walkRowsWords, keys: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }] },
  { words: walkPageWords, keys: [{ key: 'PageUp' }, { key: 'PageDown' }] },
  { words: endsWords, keys: [{ key: 'Home' }, { key: 'End' }] },
  { words: openRowWords, keys: [{ key: 'Enter' }] },
  { words: copyRowWords, keys: [{ key: 'C', command: true }] },
  { words: selectRowWords, keys: [{ key: ' ' }] },
  { words: selectAllWords, keys: [{ key: 'A', command: true }] },
  { words: rowActionsWords, keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }] },
];
