/** The keyboard shortcuts of the whole window: one table for what listens to them and for the sheet that lists them. */
import type { AppHeader } from '../../../preload/views.ts';
import { keysText } from '../../words/shortcut-words.ts';
import type { Keys } from '../../words/shortcut-words.ts';

export type Shortcut = 'switcher' | 'search' | 'add' | 'settings' | 'leave' | 'shortcuts';

/** A key that is held with nothing is typed where somebody types, and a shortcut everywhere else; Escape is one always. */
export const windowShortcuts: readonly { readonly shortcut: Shortcut; readonly keys: readonly Keys[] }[] = [
  { shortcut: 'switcher', keys: [{ key: 'K', command: true }] },
  { shortcut: 'search', keys: [{ key: '/' }, { key: 'F', command: true }] },
  { shortcut: 'add', keys: [{ key: 'N', command: true }] },
  { shortcut: 'settings', keys: [{ key: ',', command: true }] },
  { shortcut: 'leave', keys: [{ key: 'Escape' }] },
  { shortcut: 'shortcuts', keys: [{ key: '?' }, { key: '/', command: true }] },
];

export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The focus is where the key would be typed. */
  readonly isTyping: boolean;
}

/** What a stroke asks for; undefined for all others. Shift is left to the keyboard layout, which may need it for `/` or `?`. */
export function shortcutFor(stroke: Stroke, platform: AppHeader['platform']): Shortcut | undefined {
  const { key, altKey, isTyping } = stroke;
  const isMac = platform === 'darwin';
  const [command, other] = isMac ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey];
  if (altKey || other || (isTyping && !command && key.length === 1)) return undefined;
  const isMeant = (keys: Keys): boolean =>
    (keys.command ?? false) === command && keys.key.toLowerCase() === key.toLowerCase();
  return windowShortcuts.find(({ keys }) => keys.some(isMeant))?.shortcut;
}

/** As the platform writes it: `⌘N`, `Ctrl+N`. */
export function shortcutText(key: string, platform: AppHeader['platform']): string {
  return keysText({ key, command: true }, platform);
}
