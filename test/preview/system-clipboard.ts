/** The clipboard of the pretended desktop, which the application shares with others, and how Wayland treats those who write. */
import type { ClipboardForms } from './clipboard-item.ts';

/**
 * Invariant: what the application reads is what it wrote last, until somebody else writes, even when the desktop dropped
 * its writing. That is what makes a success under Wayland impossible to infer.
 */
export interface SystemClipboard {
  /** What the application believes to be there. */
  read(): ClipboardForms;
  write(forms: ClipboardForms): void;
  /** What others would paste. */
  forOthers(): ClipboardForms;
  /** Another application copies. */
  writeByOther(text: string): void;
  onChange(listener: () => void): void;
}

export interface SystemClipboardParts {
  /** Under Wayland the application may write only while one of its windows is focused. */
  readonly isWayland: boolean;
  isFocused(): boolean;
}

const nothing: ClipboardForms = new Map();

export function createSystemClipboard({ isWayland, isFocused }: SystemClipboardParts): SystemClipboard {
  const listeners: (() => void)[] = [];
  let real = nothing;
  let believed = nothing;
  const change = (forms: ClipboardForms) => {
    real = forms;
    for (const listener of listeners) listener();
  };
  return {
    read: () => believed,
    forOthers: () => real,
    write(forms) {
      believed = forms;
      if (!isWayland || isFocused()) change(forms);
    },
    writeByOther(text) {
      believed = new Map([['text/plain', Buffer.from(text)]]);
      change(believed);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
