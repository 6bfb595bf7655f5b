/** Electron's clipboard, as far as tokens need it. */
import { app, BrowserWindow, clipboard, ClipboardItem } from 'electron';
import type { ClipboardPort } from './clipboard-token.ts';

export const systemClipboard: ClipboardPort = {
  write: (forms) => clipboard.write([new ClipboardItem({ ...forms })]),
  has: (format) => clipboard.has(format),
  clear: () => clipboard.clear(),
};

/** Native Wayland takes no change of the clipboard from an application without a focused window. */
export function whenFocused(run: () => void): void {
  if (BrowserWindow.getFocusedWindow() === null) app.once('browser-window-focus', run);
  else run();
}
