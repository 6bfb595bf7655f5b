/** Fits text into a number of terminal cells. */
import { displayWidth } from './table.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** `text` in at most `cells` cells; what is cut ends in an ellipsis. Takes text without colours. */
export function truncate(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  return cells < 1 ? '' : `${head(text, cells - 1).trimEnd()}…`;
}

export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - displayWidth(text)));
}

/** Lines of at most `cells` cells, broken between words where that is possible. */
export function wrap(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= cells) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = chop(word, cells);
    line = pieces.at(-1) ?? '';
    lines.push(...pieces.slice(0, -1));
  }
  return line === '' ? lines : [...lines, line];
}

/** Pieces that fit; a character that is wider than the line itself gets one of its own. */
export function chop(word: string, cells: number): readonly string[] {
  const pieces: string[] = [];
  for (let rest = word; rest !== '';) {
    const piece = head(rest, cells) || firstCharacter(rest);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

function head(text: string, cells: number): string {
  let width = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    width += displayWidth(segment);
    if (width > cells) break;
    kept += segment;
  }
  return kept;
}

function firstCharacter(text: string): string {
  const [first] = graphemes.segment(text);
  return first?.segment ?? text;
}
