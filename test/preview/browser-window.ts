/** `BrowserWindow`: a window with one page, its place on the screen, and its end. */
import { EventEmitter } from 'node:events';
import { createAppEvent } from './app-event.ts';
import { WebContentsStandIn } from './web-contents.ts';
import type { WebContentsParts } from './web-contents.ts';
import { WindowFrame } from './window-frame.ts';
import type { WindowList } from './window-list.ts';
import { checkWindowOptions } from './window-options.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { PreviewSize } from './options.ts';

type Options = Electron.BrowserWindowConstructorOptions;

export interface BrowserWindowParts {
  readonly lifecycle: Lifecycle;
  readonly windows: WindowList;
  readonly viewport: PreviewSize | null;
  workArea(): Electron.Rectangle;
  emit(name: string, ...values: unknown[]): boolean;
  contents(
    options: Options,
    bounds: Electron.Rectangle,
    window: WebContentsParts['window'],
    id: number,
  ): WebContentsStandIn;
  /** A window was closed, or a listener prevented it. */
  gone(): void;
  kept(): void;
}

/** Makes the class, because Electron's own has static members that know all windows. */
export function createBrowserWindowClass(parts: BrowserWindowParts) {
  const { lifecycle, windows, viewport } = parts;

  return class BrowserWindow extends WindowFrame {
    readonly id: number;
    readonly webContents: Electron.WebContents;
    readonly #contents: WebContentsStandIn;
    #isDestroyed = false;
    #isClosing = false;
    #isSeen: boolean;
    readonly #isPaintedHidden: boolean;

    constructor(options: Options = {}) {
      lifecycle.requireReady('Cannot create BrowserWindow');
      checkWindowOptions(options);
      super(options, viewport, {
        self: () => this as unknown as Electron.BrowserWindow,
        windows,
        mustLive: () => this.#mustLive(),
        workArea: parts.workArea,
        placed: (bounds) => WebContentsStandIn.viewOf(this.#contents).place(bounds),
        seen: (isVisible) => this.#see(isVisible),
      });
      // Electron, too, calls a window visible to its page that was never shown, unless it is told not to paint it.
      this.#isPaintedHidden = options.paintWhenInitiallyHidden !== false;
      this.#isSeen = options.show !== false || this.#isPaintedHidden;
      this.id = windows.nextId();
      this.#contents = parts.contents(options, this.getBounds(), this.#ownWindow(), this.id);
      this.webContents = this.#contents as unknown as Electron.WebContents;
      const self = this as unknown as Electron.BrowserWindow;
      windows.add(self);
      this.#follow(options.show !== false);
      parts.emit('web-contents-created', createAppEvent(), this.webContents);
      parts.emit('browser-window-created', createAppEvent(), self);
    }

    static getAllWindows(): Electron.BrowserWindow[] {
      return [...windows.all()];
    }

    static getFocusedWindow(): Electron.BrowserWindow | null {
      return windows.focused();
    }

    static fromId(id: number): Electron.BrowserWindow | null {
      return windows.all().find((window) => window.id === id) ?? null;
    }

    static fromWebContents(webContents: Electron.WebContents): Electron.BrowserWindow | null {
      return windows.all().find((window) => window.webContents === webContents) ?? null;
    }

    loadURL(url: string): Promise<void> {
      this.#mustLive();
      return this.webContents.loadURL(url);
    }

    reload(): void {
      this.#mustLive();
      this.webContents.reload();
    }

    /** Listeners of `close` can prevent it, and so can the page; without them the window goes in a moment. */
    close(): void {
      this.#mustLive();
      if (this.#isClosing) return;
      const event = createAppEvent();
      this.emit('close', event);
      if (this.#isDestroyed) return;
      if (event.defaultPrevented) {
        parts.kept();
        return;
      }
      this.#isClosing = true;
      void this.#leave();
    }

    destroy(): void {
      if (this.#isDestroyed) return;
      this.#isDestroyed = true;
      windows.remove(this as unknown as Electron.BrowserWindow);
      WebContentsStandIn.destroy(this.#contents);
      this.emit('closed');
      parts.gone();
    }

    isDestroyed(): boolean {
      return this.#isDestroyed;
    }

    async #leave(): Promise<void> {
      if (await WebContentsStandIn.mayLeave(this.#contents)) {
        this.destroy();
        return;
      }
      this.#isClosing = false;
      parts.kept();
    }

    #see(isSeen: boolean): void {
      this.#isSeen = isSeen;
      WebContentsStandIn.viewOf(this.#contents).post({ kind: 'hidden', isHidden: !isSeen });
    }

    #mustLive(): void {
      if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    }

    #ownWindow(): WebContentsParts['window'] {
      return {
        isFocused: () => !this.#isDestroyed && this.isFocused(),
        focus: () => this.focus(),
        close: () => this.close(),
        closedByPerson: () => {
          if (this.#isDestroyed) return;
          this.emit('close', createAppEvent());
          this.destroy();
        },
      };
    }

    #follow(isShown: boolean): void {
      const contents: EventEmitter = this.#contents;
      contents.on('page-title-updated', (event: Electron.Event, title: string, isExplicit: boolean) => {
        this.emit('page-title-updated', event, title, isExplicit);
        if (!event.defaultPrevented && !this.#isDestroyed) this.setTitle(title);
      });
      contents.once('did-finish-load', () => void (this.#isPaintedHidden && this.emit('ready-to-show')));
      contents.on('dom-ready', () => {
        if (!this.#isSeen) this.#see(false);
      });
      if (isShown) queueMicrotask(() => (this.#isDestroyed ? undefined : this.focus()));
    }
  };
}
