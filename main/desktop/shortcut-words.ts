/** A shortcut as the person's system writes it. */

const onMac: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  Command: '⌘',
  Control: '⌃',
  Super: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Plus: '+',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

const elsewhere: Readonly<Record<string, string>> = {
  CommandOrControl: 'Ctrl',
  Command: 'Super',
  Control: 'Ctrl',
  Plus: '+',
};

/** The order in which macOS writes modifiers. */
const macOrder = '⌃⌥⇧⌘';

/** `accelerator` in Electron's way of writing, such as `CommandOrControl+Shift+K`: `Ctrl+Shift+K`, or `⇧⌘K` on macOS. */
export function shortcutWords(accelerator: string, platform: NodeJS.Platform): string {
  const parts = accelerator.split('+');
  if (platform !== 'darwin') {
    const superName = platform === 'win32' ? 'Windows' : 'Super';
    return parts.map((part) => (part === 'Super' ? superName : (elsewhere[part] ?? part))).join('+');
  }
  const signs = parts.map((part) => onMac[part] ?? part);
  const modifiers = signs.slice(0, -1).toSorted((one, other) => macOrder.indexOf(one) - macOrder.indexOf(other));
  return [...modifiers, signs.at(-1)].join('');
}

/** Two sentences: what happened, and what to do. `keys` as the system writes them. */
export function refusedWords(keys: string): { readonly what: string; readonly next: string } {
  return {
    what: `${keys} does not open the quick switcher: the system did not give these keys, as when another program has them.`,
    next: 'Choose other keys in the settings. Everything else works as before.',
  };
}
