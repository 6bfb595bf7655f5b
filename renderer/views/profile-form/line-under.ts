/** The line of text into which something is being pasted, and how what was held back comes into it after all. */

type Line = HTMLInputElement | HTMLTextAreaElement;

/** Inputs that are no lines. */
const others: ReadonlySet<string> = new Set(['radio', 'checkbox', 'file', 'button', 'submit']);

/** Null where nothing can be typed. */
export function lineUnder(target: EventTarget | null): Line | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !others.has(target.type) ? target : null;
}

/** As if it had been pasted there. */
export function insertInto(line: Line, text: string): void {
  const { selectionStart, selectionEnd } = line;
  // A date has no place between its characters.
  if (selectionStart === null) return;
  const words = line instanceof HTMLInputElement ? text.replaceAll(/[\r\n]+/g, '') : text;
  line.setRangeText(words, selectionStart, selectionEnd ?? selectionStart, 'end');
  line.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: words }));
}
