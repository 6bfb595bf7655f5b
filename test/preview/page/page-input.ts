/** Tells the main process of keys and mouse buttons before the page hears of them. Runs in the page and refers to nothing outside. */
import type { PageInput } from './preload-world.ts';

interface KeyEvent extends Event {
  readonly key: string;
  readonly code: string;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly location: number;
}

interface MouseEvent extends Event {
  readonly clientX: number;
  readonly clientY: number;
  readonly button: number;
  readonly detail: number;
}

/** In the words of Electron's `Input` and `MouseInputEvent`. What a script of the page makes up is no input. */
export function watchPageInput(page: EventTarget, tell: (kind: 'key' | 'mouse', input: PageInput) => void): void {
  const key = (type: string) => (event: Event) => {
    const { key, code, repeat, isComposing, shiftKey, ctrlKey, altKey, metaKey, location } = event as KeyEvent;
    const pressed = { shift: shiftKey, control: ctrlKey, alt: altKey, meta: metaKey };
    if (event.isTrusted) tell('key', { type, key, code, isAutoRepeat: repeat, isComposing, location, ...pressed });
  };
  const mouse = (type: string) => (event: Event) => {
    const { clientX: x, clientY: y, button, detail: clickCount } = event as MouseEvent;
    if (event.isTrusted)
      tell('mouse', { type, x, y, clickCount, button: ['left', 'middle', 'right'][button] ?? 'left' });
  };
  page.addEventListener('keydown', key('keyDown'), true);
  page.addEventListener('keyup', key('keyUp'), true);
  page.addEventListener('mousedown', mouse('mouseDown'), true);
  page.addEventListener('mouseup', mouse('mouseUp'), true);
}
