/** What the quick switcher's window is made with, and where it stands. */
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { canvasColour, pagePreferences } from './window-options.ts';
import type { WindowLook } from './window-options.ts';

/** Six rows are whole. */
export const switcherSize = { width: 560, height: 424 } as const;

/** So far down a free height that the eye finds it without search. */
const fromTop = 0.28;

export type SwitcherLook = Pick<WindowLook, 'title' | 'isDark' | 'preload' | 'hasDevTools'> & {
  readonly platform: NodeJS.Platform;
};

export function switcherOptions(look: SwitcherLook): BrowserWindowConstructorOptions {
  return {
    ...switcherSize,
    title: look.title,
    backgroundColor: canvasColour(look.isDark),
    show: false,
    // Else the page would take itself for visible until it was shown once, and count down for nobody.
    paintWhenInitiallyHidden: false,
    frame: false,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    autoHideMenuBar: true,
    // A panel takes the keys without bringing the application to the front, and gives them back when it goes.
    ...(look.platform === 'darwin' ? { type: 'panel', hiddenInMissionControl: true } : {}),
    webPreferences: pagePreferences(look),
  };
}

/** In the middle of the display, a little above; whole where the display is smaller. `workArea`: of the display with the pointer. */
export function switcherBounds(workArea: Rectangle): Rectangle {
  const width = Math.min(switcherSize.width, workArea.width);
  const height = Math.min(switcherSize.height, workArea.height);
  return {
    width,
    height,
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) * fromTop),
  };
}
