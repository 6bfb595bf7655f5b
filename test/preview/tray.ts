/** `Tray`: the icon in the panel, with what each system's desktop does on a click. */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Lifecycle } from './lifecycle.ts';
import { clickRow, menuRows } from './menu-rows.ts';
import { NativeImageStandIn } from './native-image.ts';
import type { PreviewPlatform } from './options.ts';
import type { PretendedDesktop, TrayControl } from './pretended-desktop.ts';

type Offered =
  | 'closeContextMenu'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getGUID'
  | 'getIgnoreDoubleClickEvents'
  | 'getTitle'
  | 'isDestroyed'
  | 'popUpContextMenu'
  | 'setContextMenu'
  | 'setIgnoreDoubleClickEvents'
  | 'setImage'
  | 'setPressedImage'
  | 'setTitle'
  | 'setToolTip';

export interface TrayParts {
  readonly lifecycle: Lifecycle;
  readonly platform: PreviewPlatform;
  /** False for a desktop that shows no trays. */
  readonly hasTray: boolean;
  readonly desktop: PretendedDesktop;
  image(path: string): Electron.NativeImage;
  focusedWindow(): Electron.BrowserWindow | null;
}

export function createTrayClass(parts: TrayParts) {
  const { lifecycle, platform, hasTray, desktop, focusedWindow } = parts;
  const bounds = hasTray ? { x: 1800, y: 1044, width: 24, height: 24 } : { x: 0, y: 0, width: 0, height: 0 };
  const keys = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, triggeredByAccelerator: false };

  class Tray extends EventEmitter implements Pick<Electron.Tray, Offered> {
    readonly #guid: string | null;
    readonly #control: TrayControl;
    #image: NativeImageStandIn;
    #toolTip = '';
    #title = '';
    #menu: Electron.Menu | null = null;
    #openMenu: Electron.Menu | null = null;
    #redraws = 0;
    #isDestroyed = false;
    #ignoresDoubleClicks = false;

    constructor(image: Electron.NativeImage | string, guid?: string) {
      lifecycle.requireReady('Cannot create Tray');
      super();
      this.#image = asImage(image);
      this.#guid = guid ?? null;
      this.#control = this.#createControl();
      if (hasTray) desktop.trays.add(this.#control);
      desktop.changed();
    }

    setImage(image: Electron.NativeImage | string): void {
      this.#mustLive();
      this.#image = asImage(image);
      this.#redraw();
    }

    setToolTip(toolTip: string): void {
      this.#mustLive();
      this.#toolTip = toolTip;
      this.#redraw();
    }

    setTitle(title: string): void {
      this.#mustLive();
      this.#title = title;
      this.#redraw();
    }

    setContextMenu(menu: Electron.Menu | null): void {
      this.#mustLive();
      this.#menu = menu;
      this.#redraw();
    }

    popUpContextMenu(menu?: Electron.Menu): void {
      this.#mustLive();
      this.#open(menu ?? this.#menu);
    }

    closeContextMenu(): void {
      this.#mustLive();
      this.#open(null);
    }

    destroy(): void {
      if (this.#isDestroyed) return;
      this.#isDestroyed = true;
      desktop.trays.delete(this.#control);
      desktop.changed();
    }

    isDestroyed(): boolean {
      return this.#isDestroyed;
    }

    getBounds(): Electron.Rectangle {
      this.#mustLive();
      return { ...bounds };
    }

    getGUID(): string | null {
      return this.#guid;
    }

    getTitle(): string {
      return this.#title;
    }

    getIgnoreDoubleClickEvents(): boolean {
      return this.#ignoresDoubleClicks;
    }

    setIgnoreDoubleClickEvents(ignore: boolean): void {
      this.#ignoresDoubleClicks = ignore;
    }

    focus(): void {}
    setPressedImage(): void {}

    #mustLive(): void {
      if (this.#isDestroyed) throw new Error('Tray is destroyed');
    }

    #redraw(): void {
      this.#redraws++;
      desktop.changed();
    }

    #open(menu: Electron.Menu | null): void {
      this.#openMenu = menu;
      menu?.emit('menu-will-show', {});
      desktop.changed();
    }

    #createControl(): TrayControl {
      return {
        shown: () => ({
          icon: NativeImageStandIn.shown(this.#image),
          toolTip: this.#toolTip,
          title: this.#title,
          redraws: this.#redraws,
          openMenu: this.#openMenu === null ? null : menuRows(this.#openMenu),
        }),
        click: () => {
          // GNOME shows the menu on any click and tells the application nothing; macOS does both.
          const opensMenu = this.#menu !== null && platform !== 'win32';
          if (opensMenu) this.#open(this.#menu);
          if (!opensMenu || platform === 'darwin')
            this.emit('click', { ...keys }, { ...bounds }, { x: bounds.x, y: bounds.y });
        },
        rightClick: () => {
          if (this.#menu !== null) this.#open(this.#menu);
          else if (platform !== 'linux') this.emit('right-click', { ...keys }, { ...bounds });
        },
        choose: (labels) => {
          const menu = this.#openMenu;
          if (menu === null) throw new Error('No menu is open');
          clickRow(menu, labels, focusedWindow());
          this.#open(null);
          menu.emit('menu-will-close', {});
        },
        closeMenu: () => this.#open(null),
      };
    }
  }

  function asImage(image: Electron.NativeImage | string): NativeImageStandIn {
    if (typeof image !== 'string') return image as unknown as NativeImageStandIn;
    const made = existsSync(image) ? (parts.image(image) as unknown as NativeImageStandIn) : null;
    if (made === null || made.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
    return made;
  }

  // Electron documents it for the two other systems, and on Linux it does nothing that anybody could rely on.
  if (platform === 'linux') Reflect.deleteProperty(Tray.prototype, 'popUpContextMenu');
  return Tray;
}
