/** A menu as data, so that two can be compared; and the template that Electron builds it from. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Destination } from '../../preload/replies.ts';
import type { SnippetKind } from '../snippets/snippet.ts';

export type MenuAction =
  | { readonly do: 'copy'; readonly id: string; readonly as: SnippetKind }
  | { readonly do: 'refresh'; readonly id: string }
  /** To several one after another. */
  | { readonly do: 'sign-in'; readonly ids: readonly string[] }
  | { readonly do: 'copy-sign-in-link'; readonly id: string }
  | { readonly do: 'cancel-sign-in'; readonly id: string }
  /** Of several: the one whose turn it is, and those that wait. */
  | { readonly do: 'cancel-sign-ins' }
  | { readonly do: 'sign-out'; readonly id: string }
  | { readonly do: 'make-default'; readonly id: string }
  | { readonly do: 'open'; readonly destination?: Destination }
  | { readonly do: 'open-switcher' }
  | { readonly do: 'open-logs' }
  | { readonly do: 'quit' };

export type MenuRow =
  | { readonly kind: 'separator' }
  /** What stands above other rows and does nothing. */
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: MenuAction;
      readonly isEnabled: boolean;
      /** Shown beside it, and registered elsewhere. As Electron writes it. */
      readonly keys?: string;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly rows: readonly MenuRow[] };

export const menuSeparator: MenuRow = { kind: 'separator' };

type ActionRow = Extract<MenuRow, { kind: 'action' }>;

export function menuAction(label: string, action: MenuAction, isEnabled = true): ActionRow {
  return { kind: 'action', label, action, isEnabled };
}

export function menuTemplate(
  rows: readonly MenuRow[],
  run: (action: MenuAction) => void,
): MenuItemConstructorOptions[] {
  return rows.map((row) => itemOf(row, run));
}

function itemOf(row: MenuRow, run: (action: MenuAction) => void): MenuItemConstructorOptions {
  if (row.kind === 'separator') return { type: 'separator' };
  const label = literal(row.label);
  if (row.kind === 'heading') return { label, enabled: false };
  if (row.kind === 'submenu') return { label, submenu: menuTemplate(row.rows, run) };
  const keys = row.keys === undefined ? {} : { accelerator: row.keys, registerAccelerator: false };
  return { label, enabled: row.isEnabled, click: () => run(row.action), ...keys };
}

/** A single `&` would vanish and underline the letter after it. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
