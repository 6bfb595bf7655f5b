/** A person who has a keyboard and nothing else. */
import type { Page } from 'playwright';

export interface Hands {
  /** Name of what has the focus, as a screen reader would say it: label, or text. */
  focusedName(): Promise<string>;
  /** Presses a key, Tab if none is given, until the focus is on something of this name. */
  reach(name: RegExp, key?: string): Promise<void>;
  /** Goes to the field of this label and types. */
  type(label: RegExp, text: string): Promise<void>;
  press(key: string): Promise<void>;
}

/** More strokes than any page has stops. */
const mostStrokes = 60;

export function createHands(page: () => Page): Hands {
  const focusedName = async () =>
    (await page().evaluate(`{
      const element = document.activeElement;
      const labelledBy = element?.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
      labelledBy ?? element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
    }`)) as string;

  async function reach(name: RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stroke = 0; stroke < mostStrokes; stroke++) {
      const now = await focusedName();
      if (name.test(now)) return;
      passed.push(now.slice(0, 40));
      await page().keyboard.press(key);
    }
    throw new Error(`${key} never reaches ${name}; it passes ${JSON.stringify(passed)}`);
  }

  return {
    focusedName,
    reach,
    async type(label, text) {
      await reach(label);
      await page().keyboard.type(text);
    },
    press: (key) => page().keyboard.press(key),
  };
}
