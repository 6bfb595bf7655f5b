/**
 * The shortcut that brings up the quick switcher from every application.
 *
 * Invariants:
 * - its window is kept, hidden, if and only if a shortcut is set; without one it is made for somebody who asks in another
 *   way, and gone when they turn away;
 * - at most one shortcut is registered;
 * - nothing is called ready that was not seen to work: under Wayland the desktop answers nobody who asks for keys, until they
 *   are pressed.
 */
import type { GlobalShortcut } from 'electron';
import type { QuickSwitcherView } from '../../preload/views.ts';
import { shortcutWords } from './shortcut-words.ts';
import type { SwitcherWindow } from './switcher-window.ts';

export interface QuickSwitcher {
  /** Takes this shortcut, in Electron's way of writing, in place of the one before; null: none. */
  readonly setShortcut: (accelerator: string | null) => void;
  /** Null: no shortcut is set. */
  shortcut(): QuickSwitcherView | null;
  /** The same as Electron writes it, for menus; undefined where it does not work. */
  accelerator(): string | undefined;
  show(): void;
  hide(): void;
  /** The window was shown or hidden. */
  readonly visibilityChanged: () => void;
  close(): void;
}

export interface QuickSwitcherParts {
  readonly shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly window: Pick<SwitcherWindow, 'prepare' | 'show' | 'hide' | 'isVisible' | 'destroy'>;
  readonly platform: NodeJS.Platform;
  /** The application draws on Wayland itself. */
  readonly isWayland: boolean;
  /** The shortcut, or what is known of it, changed. */
  readonly onChange: () => void;
  /** Somebody else has these keys. `keys` as the system writes them. */
  readonly onRefused: (keys: string) => void;
}

interface Taken {
  readonly accelerator: string;
  state: QuickSwitcherView['state'];
}

export function createQuickSwitcher(parts: QuickSwitcherParts): QuickSwitcher {
  const { shortcuts, window, platform, isWayland, onChange, onRefused } = parts;
  let taken: Taken | undefined;

  function release(): void {
    if (taken !== undefined && taken.state !== 'refused') shortcuts.unregister(taken.accelerator);
    taken = undefined;
  }

  /** Electron throws for keys that it cannot read. */
  function register(accelerator: string): boolean {
    try {
      return shortcuts.register(accelerator, pressed);
    } catch {
      return false;
    }
  }

  function pressed(): void {
    if (taken !== undefined && taken.state !== 'ready') {
      taken.state = 'ready';
      onChange();
    }
    if (window.isVisible()) window.hide();
    else window.show();
  }

  return {
    setShortcut(accelerator) {
      if (accelerator === (taken?.accelerator ?? null)) return;
      release();
      if (accelerator === null) {
        if (!window.isVisible()) window.destroy();
      } else {
        const state = register(accelerator) ? (isWayland ? 'unconfirmed' : 'ready') : 'refused';
        taken = { accelerator, state };
        window.prepare();
        if (state === 'refused') onRefused(shortcutWords(accelerator, platform));
      }
      onChange();
    },
    shortcut() {
      if (taken === undefined) return null;
      return { keys: shortcutWords(taken.accelerator, platform), state: taken.state };
    },
    accelerator: () => (taken === undefined || taken.state === 'refused' ? undefined : taken.accelerator),
    show: () => window.show(),
    hide: () => window.hide(),
    visibilityChanged() {
      if (taken === undefined && !window.isVisible()) window.destroy();
    },
    close() {
      release();
      window.destroy();
    },
  };
}
