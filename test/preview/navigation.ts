/** Asks the application before a page goes elsewhere or opens a window, with the events and handler of `webContents`. */
import { createAppEvent } from './app-event.ts';

export interface Destination {
  /** As the application knows it. */
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** False when a listener of `will-frame-navigate` or `will-navigate` prevented it. */
export function mayNavigate(contents: Electron.WebContents, { url, isMainFrame }: Destination): boolean {
  const frame = isMainFrame ? contents.mainFrame : null;
  const params = { url, isMainFrame, isSameDocument: false, frame, initiator: contents.mainFrame };
  const whole = createAppEvent(params);
  contents.emit('will-frame-navigate', whole);
  if (whole.defaultPrevented || !isMainFrame) return !whole.defaultPrevented;
  const main = createAppEvent(params);
  contents.emit('will-navigate', main, url, false, true, contents.mainFrame.processId, contents.mainFrame.routingId);
  return !main.defaultPrevented;
}

export type WindowOpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

/** Without a handler Electron opens the window. */
export function mayOpenWindow(handler: WindowOpenHandler | null, details: Electron.HandlerDetails): boolean {
  return handler === null || handler(details).action === 'allow';
}
