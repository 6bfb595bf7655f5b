/** A menu as rows that can be shown and asked for by their labels. */

export interface MenuRow {
  readonly type: Electron.MenuItem['type'];
  readonly label: string;
  readonly sublabel: string;
  readonly isEnabled: boolean;
  readonly isChecked: boolean;
  readonly rows: readonly MenuRow[];
}

/** Hidden items are left out. */
export function menuRows(menu: Electron.Menu): readonly MenuRow[] {
  return visibleItems(menu).map((item) => ({
    type: item.type,
    label: item.label,
    sublabel: item.sublabel,
    isEnabled: item.enabled,
    isChecked: item.checked,
    rows: item.submenu === undefined ? [] : menuRows(item.submenu),
  }));
}

/** Clicks the item at this path of labels. Throws when there is none, or it cannot be clicked. */
export function clickRow(menu: Electron.Menu, labels: readonly string[], window: Electron.BrowserWindow | null): void {
  const [label, ...deeper] = labels;
  const item = visibleItems(menu).find((candidate) => candidate.label === label);
  if (item === undefined) {
    const there = visibleItems(menu).map((candidate) => candidate.label);
    throw new Error(`The menu has no row "${label}" but: ${there.join(' | ')}`);
  }
  if (!item.enabled) throw new Error(`The row "${label}" is disabled`);
  if (item.submenu !== undefined) clickRow(item.submenu, deeper, window);
  else if (deeper.length > 0) throw new Error(`The row "${label}" has no submenu`);
  else item.click({}, window ?? undefined, window?.webContents);
}

function visibleItems(menu: Electron.Menu): Electron.MenuItem[] {
  return menu.items.filter((item) => item.visible);
}
