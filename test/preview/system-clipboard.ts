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
  /** Learns what other applications copied meanwhile; to be awaited before reading. */
  refresh(): Promise<void>;
  /** From now on its text is that of the person's own clipboard, in both directions. */
  join(own: OwnClipboard): void;
  onChange(listener: () => void): void;
}

/** The clipboard of the desktop that the person really sits at. */
export interface OwnClipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
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
  let own: OwnClipboard | null = null;
  let written: Promise<unknown> = Promise.resolve();

  function change(forms: ClipboardForms): void {
    real = forms;
    for (const listener of listeners) listener();
  }

  function writeByOther(text: string): void {
    believed = new Map([['text/plain', Buffer.from(text)]]);
    change(believed);
  }

  return {
    read: () => believed,
    forOthers: () => real,
    write(forms) {
      believed = forms;
      if (isWayland && !isFocused()) return;
      change(forms);
      written = written.then(() => own?.write(textOf(forms))).catch(() => undefined);
    },
    writeByOther,
    async refresh() {
      await written;
      const text = await own?.read().catch(() => undefined);
      if (text !== undefined && text !== textOf(real)) writeByOther(text);
    },
    join(next) {
      own = next;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

export function textOf(forms: ClipboardForms): string {
  return forms.get('text/plain')?.toString('utf8') ?? '';
}
