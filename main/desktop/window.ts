/** The main window: made when it is wanted, destroyed when it is closed. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WebContents } from 'electron';
import { eventChannel } from '../../preload/contract.ts';
import type { EventName, Events } from '../../preload/contract.ts';
import type { Destination } from '../../preload/replies.ts';
import { windowAddress } from './app-address.ts';
import { openingBounds } from './window-bounds.ts';
import { windowOptions } from './window-options.ts';
import type { PlaceKeeper } from './window-place-file.ts';

export interface MainWindow {
  /** Brings it to the front, and to the destination. */
  open(destination?: Destination): void;
  /** Lost when no window is open. */
  send<Name extends EventName>(name: Name, payload: Events[Name]): void;
  isVisible(): boolean;
  /** Of the window that is open. */
  contents(): WebContents | undefined;
  close(): void;
}

export interface MainWindowParts {
  readonly title: string;
  readonly preload: string;
  readonly hasDevTools: boolean;
  readonly place: PlaceKeeper;
  /** It was shown, hidden, minimised or restored. */
  readonly onVisibility: () => void;
  readonly onClosed: () => void;
  /** Its page objects to being left, as a half-filled form does: whether the window closes all the same. */
  readonly mayDiscard: () => boolean | Promise<boolean>;
  /** Its page ended by a fault, and the window with it. */
  readonly onCrash: () => void;
}

export function createMainWindow(parts: MainWindowParts): MainWindow {
  let current: BrowserWindow | undefined;
  /** Of a window whose page is not there yet. */
  let waiting: Destination | undefined;

  function make(): BrowserWindow {
    const { title, preload, hasDevTools, place } = parts;
    const kept = place.read();
    const bounds = openingBounds(
      kept,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    );
    const isDark = nativeTheme.shouldUseDarkColors;
    const window = new BrowserWindow(windowOptions({ title, bounds, isDark, preload, hasDevTools }));
    keepTitle(window);
    window.once('ready-to-show', () => {
      // It shows a hidden window as well, and before its first picture that would be an empty one.
      if (kept?.isMaximized === true) window.maximize();
      window.show();
    });
    window.on('show', parts.onVisibility);
    window.on('hide', parts.onVisibility);
    window.on('minimize', parts.onVisibility);
    window.on('restore', parts.onVisibility);
    window.on('close', () => place.write({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
    window.on('closed', () => {
      current = undefined;
      waiting = undefined;
      parts.onVisibility();
      parts.onClosed();
    });
    window.webContents.once('did-finish-load', () => {
      if (waiting !== undefined) send('app.navigate', waiting);
      waiting = undefined;
    });
    window.webContents.on('will-prevent-unload', (event) => {
      const may = parts.mayDiscard();
      if (may === true) event.preventDefault();
      else void discard(window, may);
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      window.destroy();
      parts.onCrash();
    });
    // A page that cannot be loaded is an empty window, which its owner closes.
    window.loadURL(windowAddress).catch(() => undefined);
    return window;
  }

  function send<Name extends EventName>(name: Name, payload: Events[Name]): void {
    current?.webContents.send(eventChannel(name), payload);
  }

  return {
    open(destination) {
      if (current === undefined) {
        waiting = destination;
        current = make();
        return;
      }
      if (current.isMinimized()) current.restore();
      current.show();
      current.focus();
      if (destination === undefined) return;
      if (current.webContents.isLoadingMainFrame()) waiting = destination;
      else send('app.navigate', destination);
    },
    send,
    isVisible: () => current !== undefined && current.isVisible() && !current.isMinimized(),
    contents: () => current?.webContents,
    close: () => current?.close(),
  };
}

async function discard(window: BrowserWindow, may: boolean | Promise<boolean>): Promise<void> {
  if ((await may) && !window.isDestroyed()) window.destroy();
}

/** The page has a title of its own, and does not know of the demo. */
function keepTitle(window: BrowserWindow): void {
  window.on('page-title-updated', (event) => event.preventDefault());
}
