/** What the roles of menu items are called and do, as far as a desktop without a menu bar needs them. */

type Role = Electron.MenuItemConstructorOptions['role'];

export interface MenuRoles {
  label(role: Role): string;
  /** True when the role did something, and the item's own click is not called. */
  run(role: Role, window: Electron.BaseWindow | undefined): boolean;
}

const labels: Partial<Record<NonNullable<Role>, string>> = {
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  delete: 'Delete',
  selectAll: 'Select All',
  minimize: 'Minimize',
  close: 'Close Window',
  quit: 'Quit',
  about: 'About',
  hide: 'Hide',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  editMenu: 'Edit',
  windowMenu: 'Window',
};

export function createMenuRoles(quit: () => void): MenuRoles {
  const actions: Partial<Record<NonNullable<Role>, (window: Electron.BaseWindow | undefined) => void>> = {
    quit,
    close: (window) => window?.close(),
    minimize: (window) => window?.minimize(),
  };
  return {
    label: (role) => (role === undefined ? '' : (labels[role] ?? '')),
    run(role, window) {
      if (role === undefined) return false;
      actions[role]?.(window);
      return true;
    },
  };
}
