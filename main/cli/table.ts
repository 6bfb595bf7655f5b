/** Text tables: columns aligned by what a terminal shows, not by string length. */
import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Emoji, and the East Asian scripts that terminals draw two cells wide.
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Cells that `text` takes on a terminal; colours take none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) width += wide.test(segment) ? 2 : 1;
  return width;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Said on lines of its own below the row. */
  readonly note?: string | undefined;
}

/**
 * Lines of a table, two blanks between columns, none at line ends. Where `columns` is given, a last cell that would
 * be broken by the terminal ends in an ellipsis.
 */
export function tableLines(header: readonly string[], rows: readonly TableRow[], columns?: number): readonly string[] {
  const all = [header, ...rows.map(({ cells }) => cells)];
  const widths = header.map((_, at) => Math.max(...all.map((cells) => displayWidth(cells[at] ?? ''))));
  const line = (cells: readonly string[]) => fit(alignedLine(cells, widths), columns);
  return [
    line(header),
    ...rows.flatMap(({ cells, note }) => [line(cells), ...(note === undefined ? [] : [`    ${note}`])]),
  ];
}

function alignedLine(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell))))
    .join('  ')
    .trimEnd();
}

/** Cuts plain text only: a cut escape sequence would colour the rest of the screen. */
function fit(text: string, columns: number | undefined): string {
  if (columns === undefined || displayWidth(text) <= columns || text !== stripVTControlCharacters(text)) return text;
  let width = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    width += displayWidth(segment);
    if (width >= columns) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** `Name:  value` lines with the values aligned. */
export function fieldLines(fields: readonly (readonly [label: string, value: string])[]): readonly string[] {
  const width = Math.max(0, ...fields.map(([label]) => displayWidth(label)));
  return fields.map(([label, value]) => `${`${label}:`.padEnd(width + 1)}  ${value}`);
}
