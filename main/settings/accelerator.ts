/** Shortcuts that hold everywhere on the desktop, in the way of writing that Electron calls an accelerator. */

const modifiers = ['CommandOrControl', 'Command', 'Control', 'Super', 'Alt', 'Shift'] as const;
type Modifier = (typeof modifiers)[number];

const modifierNames: Readonly<Record<string, Modifier>> = {
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  command: 'Command',
  cmd: 'Command',
  control: 'Control',
  ctrl: 'Control',
  super: 'Super',
  meta: 'Super',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
};

const keys = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
  ...Array.from(",./;'[]\\`-="),
  'Plus',
  'Space',
  'Insert',
  'Delete',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Up',
  'Down',
  'Left',
  'Right',
];

/** What every application needs for itself. */
const taken = new Set(['A', 'C', 'V', 'X', 'Z']);

export type ReadAccelerator =
  | { readonly accelerator: string }
  /** One sentence. */
  | { readonly problem: string };

/**
 * The accelerator in its one way of writing: modifiers in a fixed order, then the key. Refused is what would take a letter
 * from everybody who types it, or copying and pasting from every application.
 */
export function readAccelerator(text: string): ReadAccelerator {
  const parts = text.split('+').map((part) => part.trim());
  const key = keys.find((known) => known.toLowerCase() === parts.at(-1)?.toLowerCase());
  const held = new Set(parts.slice(0, -1).map((part) => modifierNames[part.toLowerCase()]));
  if (key === undefined || held.has(undefined)) {
    return { problem: 'Must be modifiers and one key, joined by +: such as CommandOrControl+Shift+K.' };
  }
  const ordered = modifiers.filter((modifier) => held.has(modifier));
  const holdsMore = ordered.some((modifier) => modifier !== 'Shift');
  if (!holdsMore && !/^F\d+$/.test(key)) {
    return { problem: 'Must have Control, Alt, Command or Super in it: else the key could not be typed any more.' };
  }
  const isOneModifier = ordered.length === 1 && ordered[0] !== 'Alt' && ordered[0] !== 'Super';
  if (isOneModifier && taken.has(key)) {
    return { problem: 'Must be another one: every application uses it for copying, pasting, selecting or undoing.' };
  }
  return { accelerator: [...ordered, key].join('+') };
}
