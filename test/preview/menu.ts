/** `Menu`: rows, built from a template or one by one. */
import { EventEmitter } from 'node:events';
import { createMenuItemClass } from './menu-item.ts';
import type { MenuRoles } from './menu-roles.ts';

type Template = Parameters<typeof Electron.Menu.buildFromTemplate>[0];
type Offered = 'append' | 'getMenuItemById' | 'insert' | 'items';

export function createMenuClasses(roles: MenuRoles) {
  let applicationMenu: Electron.Menu | null = null;
  const MenuItem = createMenuItemClass({
    roles,
    submenu: (submenu) =>
      submenu instanceof Menu ? (submenu as unknown as Electron.Menu) : Menu.buildFromTemplate(submenu as Template),
  });

  class Menu extends EventEmitter implements Pick<Electron.Menu, Offered> {
    items: Electron.MenuItem[] = [];

    static buildFromTemplate(template: Template): Electron.Menu {
      if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
      const isNamed = template.every(
        (item) => Object.hasOwn(item, 'label') || Object.hasOwn(item, 'role') || item.type === 'separator',
      );
      if (!isNamed) {
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
      }
      const menu = new Menu();
      for (const item of withoutExtraSeparators(template)) {
        const made = item instanceof MenuItem ? item : new MenuItem(item as Electron.MenuItemConstructorOptions);
        menu.append(made as unknown as Electron.MenuItem);
      }
      return menu as unknown as Electron.Menu;
    }

    static getApplicationMenu(): Electron.Menu | null {
      return applicationMenu;
    }

    static setApplicationMenu(menu: Electron.Menu | null): void {
      if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
      applicationMenu = menu;
    }

    append(menuItem: Electron.MenuItem): void {
      this.insert(this.items.length, menuItem);
    }

    insert(position: number, menuItem: Electron.MenuItem): void {
      if (!(menuItem instanceof MenuItem)) throw new TypeError('Invalid item');
      if (position < 0 || position > this.items.length)
        throw new RangeError(`Position ${position} is outside the menu`);
      Object.defineProperty(menuItem, 'menu', { value: this, configurable: true });
      this.items.splice(position, 0, menuItem);
    }

    getMenuItemById(id: string): Electron.MenuItem | null {
      for (const item of this.items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
        if (found != null) return found;
      }
      return null;
    }
  }

  return { Menu, MenuItem };
}

/** Electron shows no separator at an edge, nor two in a row. */
function withoutExtraSeparators(template: Template): Template {
  const isSeparator = (item: Template[number] | undefined) => item?.type === 'separator' && item.visible !== false;
  const folded = template.filter((item, place) => !isSeparator(item) || !isSeparator(template[place - 1]));
  return folded.filter((item, place) => !isSeparator(item) || (place !== 0 && place !== folded.length - 1));
}
