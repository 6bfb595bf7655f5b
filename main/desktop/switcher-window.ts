/**
 * The quick switcher's own window: small, in front of everything, on the display with the pointer.
 *
 * Invariants:
 * - it is shown only while it has the focus, or is about to get it;
 * - its page is told nothing while it is hidden, and what it missed before it is shown.
 */
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { WebContents } from 'electron';
import { eventChannel } from '../../preload/contract.ts';
import type { EventName, Events } from '../../preload/contract.ts';
import { switcherAddress } from './app-address.ts';
import { switcherBounds, switcherOptions } from './switcher-options.ts';

export interface SwitcherWindow {
  /** Makes it, hidden: the next time it shows at once. */
  prepare(): void;
  show(): void;
  /** Gives the focus back to where it was. */
  hide(): void;
  /** The person is elsewhere already, or is brought there. */
  leave(): void;
  readonly isVisible: () => boolean;
  /** Of the window that was made. */
  readonly contents: () => WebContents | undefined;
  /** Lost where there is no window. */
  send<Name extends EventName>(name: Name, payload: Events[Name]): void;
  destroy(): void;
}

export interface SwitcherWindowParts {
  readonly preload: string;
  readonly hasDevTools: boolean;
  readonly platform: NodeJS.Platform;
  /** It is about to be shown. */
  readonly onShow: () => void;
  /** It was shown or hidden. */
  readonly onVisibility: () => void;
}

export function createSwitcherWindow(parts: SwitcherWindowParts): SwitcherWindow {
  const { platform, preload, hasDevTools } = parts;
  let current: BrowserWindow | undefined;

  function make(): BrowserWindow {
    const isDark = nativeTheme.shouldUseDarkColors;
    const window = new BrowserWindow(
      switcherOptions({ title: 'Tokentray quick switcher', isDark, preload, hasDevTools, platform }),
    );
    window.setAlwaysOnTop(true, 'pop-up-menu');
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('blur', leave);
    window.on('show', parts.onVisibility);
    window.on('hide', parts.onVisibility);
    window.on('closed', () => {
      if (current === window) current = undefined;
      parts.onVisibility();
    });
    // The next shortcut makes a new one.
    window.webContents.on('render-process-gone', () => window.destroy());
    // A page that cannot be loaded is an empty window, which goes when somebody turns elsewhere.
    window.loadURL(switcherAddress).catch(() => undefined);
    return window;
  }

  function isVisible(): boolean {
    return current !== undefined && current.isVisible();
  }

  function leave(): void {
    if (isVisible()) current?.hide();
  }

  function hide(): void {
    if (!isVisible()) return;
    leave();
    // The panel of macOS has given the keys back, unless the application was in front without any other window.
    if (platform === 'darwin' && !BrowserWindow.getAllWindows().some((window) => window.isVisible())) app.hide();
  }

  return {
    prepare: () => void (current ??= make()),
    show() {
      const window = (current ??= make());
      window.setBounds(switcherBounds(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea));
      if (platform === 'darwin' && app.isHidden()) app.show();
      parts.onShow();
      window.show();
      window.focus();
    },
    hide,
    leave,
    isVisible,
    contents: () => current?.webContents,
    send: (name, payload) => current?.webContents.send(eventChannel(name), payload),
    destroy: () => current?.destroy(),
  };
}
