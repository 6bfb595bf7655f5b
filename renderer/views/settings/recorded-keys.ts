/** What keys that are held together mean as a shortcut, in Electron's way of writing. */
import type { AppHeader } from '../../../preload/views.ts';

/** As `KeyboardEvent` has it. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS', 'Fn', 'CapsLock']);

/** Null while only modifiers are held. Whether it can be a shortcut is for main to say. */
export function acceleratorOf(stroke: Stroke, platform: AppHeader['platform']): string | null {
  if (modifierKeys.has(stroke.key)) return null;
  return [...modifiersOf(stroke, platform), keyOf(stroke)].join('+');
}

function modifiersOf(
  { ctrlKey, metaKey, altKey, shiftKey }: Stroke,
  platform: AppHeader['platform'],
): readonly string[] {
  return [
    ...(ctrlKey ? ['Control'] : []),
    ...(metaKey ? [platform === 'darwin' ? 'Command' : 'Super'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
  ];
}

/** With Shift or Option a key writes another sign: what is on the key itself counts. */
function keyOf({ key, code }: Stroke): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const onKey = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  return onKey ?? named[key] ?? key;
}
