/** The desktop around the application as far as the preview pretends one: what a person or a test sees there and can click. */
import { EventEmitter } from 'node:events';
import type { MenuRow } from './menu-rows.ts';

export interface ShownTray {
  readonly icon: ShownIcon;
  readonly toolTip: string;
  readonly title: string;
  /** How often the icon, the tooltip, the title or the menu were set. */
  readonly redraws: number;
  /** The menu that is open; null when none is. */
  readonly openMenu: readonly MenuRow[] | null;
}

export interface ShownIcon {
  /** File name, or a hash of the picture when it came from no file. */
  readonly name: string;
  readonly dataUrl: string;
  readonly isTemplate: boolean;
}

export interface TrayControl {
  shown(): ShownTray;
  click(): void;
  /** Opens the menu, as this system's desktop does. */
  rightClick(): void;
  /** Clicks the row at this path of labels in the open menu. Throws when there is none or it is disabled. */
  choose(labels: readonly string[]): void;
  closeMenu(): void;
}

export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  /** Of its buttons, as far as this system shows any. */
  readonly actions: readonly string[];
  readonly isOpen: boolean;
}

export interface NotificationControl {
  shown(): ShownNotification;
  click(): void;
  /** Presses the button with this label. Throws when it shows none. */
  press(action: string): void;
  dismiss(): void;
}

export interface ShownDialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

export interface DialogControl {
  readonly shown: ShownDialog;
  /** Clicks the button at this place; closing the box without one is null. */
  answer(button: number | null): void;
  /** Of a dialog that asks for a file: chooses this one, wherever it is. */
  choose?(path: string): void;
}

export interface PretendedDesktop {
  /** Those that are there, in the order of their making. */
  readonly trays: Set<TrayControl>;
  /** All that were ever shown. */
  readonly notifications: NotificationControl[];
  /** Those that wait for an answer. */
  readonly dialogs: Set<DialogControl>;
  /** What the application gave to the system to open, such as `https:` addresses for the browser. */
  readonly opened: string[];
  /** To be called after each change. */
  changed(): void;
  onChange(listener: () => void): void;
}

export function createPretendedDesktop(): PretendedDesktop {
  const events = new EventEmitter();
  return {
    trays: new Set(),
    notifications: [],
    dialogs: new Set(),
    opened: [],
    changed: () => void events.emit('changed'),
    onChange: (listener) => void events.on('changed', listener),
  };
}
