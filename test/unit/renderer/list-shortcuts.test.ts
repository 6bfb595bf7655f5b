import { describe, expect, it } from 'vitest';
import { gridKey, rowForKey } from '../../../renderer/views/list/grid-keys.ts';
import { listShortcuts } from '../../../renderer/views/list/list-shortcuts.ts';

const strokes = listShortcuts.flatMap(({ does, keys }) => keys.map((each) => ({ does, ...each })));
const handled = strokes.filter(({ does }) => does !== 'move' && does !== 'along');
const moves = strokes.filter(({ does }) => does === 'move');

describe('the sheet tells of the list what it does:', () => {
  it.each(handled)('$key is $does', ({ does, key, command = false }) => {
    expect(gridKey({ key, ctrlKey: command, metaKey: false }, true)).toBe(does);
  });

  it.each(moves)('$key goes to another row', ({ key }) => {
    expect(rowForKey(key, 10, 30)).not.toBe(10);
    expect(rowForKey(key, 10, 30)).toBeTypeOf('number');
  });

  it('and leaves nothing out', () => {
    expect(handled.map(({ does }) => does).toSorted()).toEqual(['copy', 'open', 'select', 'select-all']);
  });
});
