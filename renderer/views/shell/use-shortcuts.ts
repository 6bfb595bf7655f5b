/** Listens for the keyboard shortcuts of the whole window. */
import { useEffect } from 'react';
import type { AppHeader } from '../../../preload/views.ts';
import { shortcutFor } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

type Handlers = Readonly<Partial<Record<Shortcut, () => void>>>;

/**
 * Strokes that a part of the window has taken for itself, and those in dialogs and menus, are left alone; so are those that
 * `handlers` has nothing for. `handlers` must keep its identity from one render to the next.
 */
export function useShortcuts(platform: AppHeader['platform'], handlers: Handlers): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null)
        return;
      const isTyping = event.target.closest('input, textarea, select') !== null;
      const { key, ctrlKey, metaKey, altKey } = event;
      const shortcut = shortcutFor({ key, ctrlKey, metaKey, altKey, isTyping }, platform);
      const run = shortcut === undefined ? undefined : handlers[shortcut];
      if (run === undefined) return;
      event.preventDefault();
      run();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [platform, handlers]);
}
