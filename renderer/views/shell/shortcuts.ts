/** The keyboard shortcuts of the whole window. */
import type { AppHeader } from '../../../preload/views.ts';

export type Shortcut = 'search' | 'add' | 'settings' | 'leave';

export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The focus is where the key would be typed. */
  readonly isTyping: boolean;
}

/** What a stroke asks for; undefined for all others. */
export function shortcutFor(stroke: Stroke, platform: AppHeader['platform']): Shortcut | undefined {
  const { key, altKey, isTyping } = stroke;
  if (altKey) return undefined;
  const isMac = platform === 'darwin';
  const hasCommand = isMac ? stroke.metaKey && !stroke.ctrlKey : stroke.ctrlKey && !stroke.metaKey;
  if (hasCommand) return withCommand.get(key.toLowerCase());
  if (stroke.ctrlKey || stroke.metaKey) return undefined;
  if (key === 'Escape') return 'leave';
  return key === '/' && !isTyping ? 'search' : undefined;
}

const withCommand: ReadonlyMap<string, Shortcut> = new Map([
  ['f', 'search'],
  ['n', 'add'],
  [',', 'settings'],
]);

/** As the platform writes it: `⌘N`, `Ctrl+N`. */
export function shortcutText(key: string, platform: AppHeader['platform']): string {
  return platform === 'darwin' ? `⌘${key}` : `Ctrl+${key}`;
}
