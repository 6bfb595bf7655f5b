/** `MenuItem`: a row of a menu. */
import type { MenuRoles } from './menu-roles.ts';

type Options = Electron.MenuItemConstructorOptions;
type Offered =
  | 'accelerator'
  | 'accessibilityLabel'
  | 'checked'
  | 'click'
  | 'commandId'
  | 'enabled'
  | 'icon'
  | 'id'
  | 'label'
  | 'menu'
  | 'registerAccelerator'
  | 'role'
  | 'sublabel'
  | 'submenu'
  | 'toolTip'
  | 'type'
  | 'visible';

const types: ReadonlySet<string> = new Set([
  'normal',
  'separator',
  'submenu',
  'checkbox',
  'radio',
  'header',
  'palette',
]);

export interface MenuItemParts {
  readonly roles: MenuRoles;
  submenu(template: Options[] | Electron.Menu): Electron.Menu;
}

export function createMenuItemClass({ roles, submenu }: MenuItemParts) {
  let lastCommandId = 0;

  return class MenuItem implements Pick<Electron.MenuItem, Offered> {
    readonly accelerator: string | null;
    readonly commandId = ++lastCommandId;
    readonly click: Electron.MenuItem['click'];
    readonly registerAccelerator: boolean;
    accessibilityLabel: string;
    declare menu: Electron.Menu;
    declare role?: NonNullable<Electron.MenuItem['role']>;
    declare submenu?: Electron.Menu;
    declare icon?: Electron.NativeImage | string;
    type: Electron.MenuItem['type'];
    id: string;
    label: string;
    sublabel: string;
    toolTip: string;
    enabled: boolean;
    visible: boolean;
    checked: boolean;

    constructor(options: Options) {
      const { role, type = options.submenu === undefined ? 'normal' : 'submenu' } = options;
      if (!types.has(type)) throw new Error(`Unknown menu item type: ${type}`);
      if (type === 'submenu' && options.submenu === undefined) throw new Error('Invalid submenu');
      if (role !== undefined) this.role = role as NonNullable<Electron.MenuItem['role']>;
      if (options.submenu !== undefined) this.submenu = submenu(options.submenu);
      if (options.icon !== undefined) this.icon = options.icon;
      this.type = type;
      this.id = options.id ?? '';
      this.label = options.label ?? roles.label(role);
      this.sublabel = options.sublabel ?? '';
      this.toolTip = options.toolTip ?? '';
      this.accessibilityLabel = options.accessibilityLabel ?? '';
      this.accelerator = options.accelerator ?? null;
      this.registerAccelerator = options.registerAccelerator ?? true;
      this.enabled = options.enabled ?? true;
      this.visible = options.visible ?? true;
      this.checked = options.checked ?? false;
      this.click = (event: Electron.KeyboardEvent, window?: Electron.BaseWindow) => {
        if (type === 'checkbox') this.checked = !this.checked;
        if (type === 'radio') this.#chooseAmongNeighbours();
        if (roles.run(role, window)) return;
        options.click?.(this as unknown as Electron.MenuItem, window, event);
      };
    }

    /** Radio rows that no other row separates are one choice. */
    #chooseAmongNeighbours(): void {
      const { items } = this.menu;
      const place = items.indexOf(this as unknown as Electron.MenuItem);
      const isOther = (item: Electron.MenuItem) => item.type !== 'radio';
      const start = items.slice(0, place).findLastIndex(isOther) + 1;
      const end = items.findIndex((item, at) => at > place && isOther(item));
      for (const item of items.slice(start, end === -1 ? items.length : end)) item.checked = false;
      this.checked = true;
    }
  };
}
