/** What the Enter key does in the quick switcher, by what is held with it: one table for its handler, its foot and the sheet. */
import type { AppHeader } from '../../preload/views.ts';
import type { Keys } from '../words/shortcut-words.ts';

export type SwitcherChoice = 'raw' | 'header' | 'curl' | 'open';

export const switcherChoices = [
  { choice: 'raw', keys: { key: 'Enter' } },
  { choice: 'header', keys: { key: 'Enter', shift: true } },
  { choice: 'curl', keys: { key: 'Enter', alt: true } },
  { choice: 'open', keys: { key: 'Enter', command: true } },
] as const satisfies readonly { readonly choice: SwitcherChoice; readonly keys: Keys }[];

export interface Held {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Undefined where several are held, or one that means nothing here. A press of the pointer is the same as Enter. */
export function choiceFor(held: Held, platform: AppHeader['platform']): SwitcherChoice | undefined {
  const isMac = platform === 'darwin';
  if (isMac ? held.ctrlKey : held.metaKey) return undefined;
  const command = isMac ? held.metaKey : held.ctrlKey;
  const found = switcherChoices.find(({ keys }: { readonly keys: Keys }) => {
    const { shift = false, alt = false } = keys;
    return shift === held.shiftKey && alt === held.altKey && (keys.command ?? false) === command;
  });
  return found?.choice;
}
