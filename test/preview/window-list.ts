/** All open windows, the last one first in focus, and what happens when none is left. */
import { createAppEvent } from './app-event.ts';

/** Invariant: at most one window is focused, and it is in the list. */
export interface WindowList {
  all(): readonly Electron.BrowserWindow[];
  focused(): Electron.BrowserWindow | null;
  add(window: Electron.BrowserWindow): void;
  remove(window: Electron.BrowserWindow): void;
  focus(window: Electron.BrowserWindow): void;
  blur(window: Electron.BrowserWindow): void;
  nextId(): number;
}

export function createWindowList(app: { readonly emit: (name: string, ...values: unknown[]) => boolean }): WindowList {
  const windows: Electron.BrowserWindow[] = [];
  let focused: Electron.BrowserWindow | null = null;
  let lastId = 0;

  function tell(window: Electron.BrowserWindow, what: 'focus' | 'blur'): void {
    const event = createAppEvent();
    window.emit(what, event);
    app.emit(`browser-window-${what}`, event, window);
  }

  function blur(window: Electron.BrowserWindow): void {
    if (focused !== window) return;
    focused = null;
    tell(window, 'blur');
  }

  return {
    all: () => [...windows],
    focused: () => focused,
    nextId: () => ++lastId,
    add: (window) => void windows.push(window),
    remove(window) {
      if (focused === window) focused = null;
      const index = windows.indexOf(window);
      if (index !== -1) windows.splice(index, 1);
    },
    blur,
    focus(window) {
      if (focused === window) return;
      if (focused !== null) blur(focused);
      focused = window;
      tell(window, 'focus');
    },
  };
}
