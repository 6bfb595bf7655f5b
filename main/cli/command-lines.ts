/** Breaks a command line for a narrow terminal so that it is still one command when it is copied. */
import { chop } from './cells.ts';
import { displayWidth } from './table.ts';

/**
 * Lines of at most `cells` cells (from 3 on). `continued` is the character that joins a line with the next in the shell:
 * after a blank between words, without one inside of a word.
 */
export function commandLines(words: readonly string[], cells: number, continued: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [at, word] of words.entries()) {
    // The last line needs no room for a continuation.
    const room = at === words.length - 1 ? cells : cells - ' '.length - continued.length;
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(`${line} ${continued}`);
    const pieces = displayWidth(word) <= room ? [word] : chop(word, cells - 2 * continued.length);
    line = pieces.at(-1) ?? '';
    lines.push(...pieces.slice(0, -1).map((piece) => piece + continued));
  }
  return line === '' ? lines : [...lines, line];
}
