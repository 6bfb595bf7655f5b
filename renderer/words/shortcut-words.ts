/** How a platform writes keys, and how they are said. */
import type { AppHeader } from '../../preload/views.ts';

type Platform = AppHeader['platform'];

export interface Keys {
  /** As `KeyboardEvent.key` has it; a letter as a capital. */
  readonly key: string;
  /** Command on macOS, Control elsewhere. */
  readonly command?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

const signs: Readonly<Record<string, string>> = {
  Enter: '↩',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ' ': 'Space',
};

const spoken: Readonly<Record<string, string>> = {
  ArrowUp: 'Up arrow',
  ArrowDown: 'Down arrow',
  ArrowLeft: 'Left arrow',
  ArrowRight: 'Right arrow',
  PageUp: 'Page up',
  PageDown: 'Page down',
  ' ': 'Space',
  '/': 'slash',
  '?': 'question mark',
  ',': 'comma',
};

/** `⌘K` on macOS, `Ctrl+K` elsewhere. */
export function keysText({ key, command = false, shift = false, alt = false }: Keys, platform: Platform): string {
  const isMac = platform === 'darwin';
  const name = key === 'Enter' && !isMac ? 'Enter' : (signs[key] ?? key);
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${command ? '⌘' : ''}${name}`;
  return [...(command ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), name].join('+');
}

/** For screen readers, to whom signs are noise: `Command Enter`. */
export function keysSpoken({ key, command = false, shift = false, alt = false }: Keys, platform: Platform): string {
  const isMac = platform === 'darwin';
  const held = [
    ...(command ? [isMac ? 'Command' : 'Control'] : []),
    ...(alt ? [isMac ? 'Option' : 'Alt'] : []),
    ...(shift ? ['Shift'] : []),
  ];
  return [...held, spoken[key] ?? key].join(' ');
}
