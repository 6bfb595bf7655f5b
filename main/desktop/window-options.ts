/** What the window is made with. */
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { smallestWindow } from './window-bounds.ts';
import type { OpeningBounds } from './window-bounds.ts';

/** As the window's own `--canvas`, so that nothing flashes before its first picture. */
const canvas = { light: '#f4f5f8', dark: '#14161a' } as const;

export interface WindowLook {
  readonly title: string;
  readonly bounds: OpeningBounds;
  readonly isDark: boolean;
  /** Path of the preload script. */
  readonly preload: string;
  /** Developer tools are for those who run from the sources. */
  readonly hasDevTools: boolean;
}

export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...look.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: look.title,
    backgroundColor: canvasColour(look.isDark),
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(look),
  };
}

export function canvasColour(isDark: boolean): string {
  return canvas[isDark ? 'dark' : 'light'];
}

/** The same for each window that may call the main process. */
export function pagePreferences({ preload, hasDevTools }: Pick<WindowLook, 'preload' | 'hasDevTools'>): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: hasDevTools,
  };
}
