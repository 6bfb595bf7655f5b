/** The small window of copying under Wayland: a page without scripts, and no way into the main process. */
import { BrowserWindow } from 'electron';
import { appOrigin } from './app-address.ts';
import type { CopyWindow, CopyWindowEvents } from './copy-focused.ts';

const copyKeys = new Set(['Enter', ' ']);

export function openCopyWindow(name: string, events: CopyWindowEvents): CopyWindow {
  const window = new BrowserWindow({
    title: `Copy: ${name}`,
    width: 340,
    height: 160,
    useContentSize: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    autoHideMenuBar: true,
    center: true,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  });
  const { webContents } = window;
  const close = (): void => {
    if (!window.isDestroyed()) window.close();
  };
  // The page does not know whose token it is.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('focus', events.onFocus);
  window.on('blur', events.onBlur);
  window.on('closed', events.onClosed);
  webContents.on('before-input-event', (_event, { type, key }) => {
    if (type !== 'keyDown') return;
    if (key === 'Escape') close();
    if (copyKeys.has(key)) events.onFocus();
  });
  webContents.on('before-mouse-event', (_event, { type }) => {
    if (type === 'mouseDown') events.onFocus();
  });
  window.once('ready-to-show', () => window.show());
  return {
    show(page) {
      if (window.isDestroyed()) return;
      // A page that cannot be loaded is an empty window, whose title still says what it is for.
      window.loadURL(`${appOrigin}/copied.html#${page}`).catch(() => undefined);
    },
    close,
  };
}
