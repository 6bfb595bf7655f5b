/** What each key of the keyboard does in the list. */

/** Rows that Page Up and Page Down pass. */
const pageRows = 8;

/** The index to go to, kept within the list; undefined for a key that moves nothing. */
export function rowForKey(key: string, index: number, rowCount: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
    Home: 0,
    End: rowCount - 1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? undefined : Math.min(rowCount - 1, Math.max(0, target));
}

export type GridKey = 'copy' | 'open' | 'select' | 'select-all';

interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** `isOnRow`: the focus is on the row itself, and on none of its buttons. */
export function gridKey({ key, ctrlKey, metaKey }: Stroke, isOnRow: boolean): GridKey | undefined {
  if (ctrlKey || metaKey) return { c: 'copy', a: 'select-all' }[key.toLowerCase()] as GridKey | undefined;
  return isOnRow ? ({ Enter: 'open', ' ': 'select' }[key] as GridKey | undefined) : undefined;
}
