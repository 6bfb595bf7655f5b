/** `globalShortcut`: keys that reach the application from every other one. A person, here a test, presses them. */
import type { Lifecycle } from './lifecycle.ts';

export interface GlobalKeys {
  /** Another program has these keys: they cannot be registered. */
  take(accelerator: string): void;
  /** False where nobody hears of it. */
  press(accelerator: string): boolean;
}

export interface GlobalShortcutParts {
  readonly lifecycle: Lifecycle;
  /** There a desktop is asked for the keys, answers later, and here never gives them. */
  readonly isWayland: boolean;
}

const modifiers = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/i;
const keys =
  /^([0-9A-Z]|F([1-9]|1\d|2[0-4])|[)!@#$%^&*(:;+=<,_>.?/~`{\][|\\}"'-]|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)$/i;

export function createGlobalShortcut({ lifecycle, isWayland }: GlobalShortcutParts): {
  readonly globalShortcut: Electron.GlobalShortcut;
  readonly globalKeys: GlobalKeys;
} {
  const registered = new Map<string, () => void>();
  const taken = new Set<string>();
  let isSuspended = false;

  /** Electron throws for what it cannot read. */
  function read(accelerator: string): string {
    lifecycle.requireReady('globalShortcut cannot be used');
    const parts = accelerator.split('+');
    const isRead = keys.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => modifiers.test(part));
    if (!isRead) throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
    return accelerator;
  }

  const globalShortcut: Electron.GlobalShortcut = {
    register(accelerator, callback) {
      const key = read(accelerator);
      if (isSuspended || taken.has(key) || registered.has(key)) return false;
      registered.set(key, callback);
      return true;
    },
    registerAll(accelerators, callback) {
      for (const accelerator of accelerators) globalShortcut.register(accelerator, callback);
    },
    isRegistered: (accelerator) => registered.has(read(accelerator)),
    unregister: (accelerator) => void registered.delete(read(accelerator)),
    unregisterAll: () => registered.clear(),
    isSuspended: () => isSuspended,
    setSuspended(suspended) {
      isSuspended = suspended;
    },
  };
  return {
    globalShortcut,
    globalKeys: {
      take: (accelerator) => void taken.add(accelerator),
      press(accelerator) {
        const run = isSuspended || isWayland ? undefined : registered.get(accelerator);
        run?.();
        return run !== undefined;
      },
    },
  };
}
