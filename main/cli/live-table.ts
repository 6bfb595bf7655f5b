/**
 * What the running agent shows, as lines: a pure function of the profiles, the size of the terminal and the time.
 *
 * Invariants, whatever the names and errors are:
 * - no line is wider than the terminal, and there are no more lines than it has;
 * - nothing that came from outside steers the terminal.
 */
import { padEnd, truncate, wrap } from './cells.ts';
import { commandLines } from './command-lines.ts';
import { liveLeft, liveRefresh, liveState } from './live-words.ts';
import { printable } from './printable.ts';
import type { StatusInWords } from './status.ts';
import { toneOf } from './status-words.ts';
import type { Tone } from './style.ts';
import { displayWidth } from './table.ts';

export interface LivePicture {
  readonly title: string;
  readonly profiles: readonly StatusInWords[];
  readonly hint: Hint;
}

/** How to go on from here. */
export interface Hint {
  readonly text: string;
  /** Words of a command line, to be copied into a shell. */
  readonly command: readonly string[];
  /** The character that ends a line that goes on, in the shell of this platform. */
  readonly continued: string;
}

export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  /** Adds colour, or nothing. */
  readonly paint: (tone: Tone, text: string) => string;
}

interface Column {
  readonly title: string;
  readonly cells: number;
  text(profile: StatusInWords, nowMs: number): string;
  tone?(profile: StatusInWords): Tone;
}

/** In order of importance: in a narrow terminal the last ones go first. The name comes before all of them. */
const columns: readonly Column[] = [
  {
    title: 'STATE',
    cells: 10,
    text: ({ status }) => liveState(status),
    tone: ({ status }) => toneOf(status),
  },
  { title: 'LEFT', cells: 7, text: ({ status }, nowMs) => liveLeft(status, nowMs) },
  { title: 'REFRESH IN', cells: 10, text: ({ status }, nowMs) => liveRefresh(status, nowMs) },
];

const markCells = 2;
const gap = '  ';

/** A name may be cut below this width, but no column is shown at its expense. */
const usefulNameCells = 24;
const leastNameCells = 6;

const maxErrorLines = 2;

export function liveLines(picture: LivePicture, nowMs: number, canvas: Canvas): readonly string[] {
  const title = canvas.paint('strong', truncate(printable(picture.title), canvas.columns));
  const hint = hintLines(picture.hint, canvas);
  const table = tableLines(picture.profiles, nowMs, canvas);
  const frame = [title, '', ...table, ...(table.length === 0 ? [] : ['']), ...hint];
  if (frame.length <= canvas.rows) return frame;
  const kept = Math.max(0, canvas.rows - hint.length - 1);
  const cut = canvas.paint('faint', truncate('… more than this terminal has lines for', canvas.columns));
  return [...frame.slice(0, Math.max(0, kept)), cut, ...hint].slice(0, canvas.rows);
}

function tableLines(profiles: readonly StatusInWords[], nowMs: number, canvas: Canvas): readonly string[] {
  if (profiles.length === 0) return [];
  const longest = Math.max(...profiles.map(({ status }) => displayWidth(status.name)), 'NAME'.length);
  const shown = columnsThatFit(canvas.columns, Math.min(longest, usefulNameCells));
  const room = canvas.columns - markCells - shown.reduce((sum, { cells }) => sum + gap.length + cells, 0);
  const nameCells = Math.max(0, Math.min(longest, room));
  const header = ['  ' + padEnd('NAME', nameCells), ...shown.map(({ title, cells }) => padEnd(title, cells))];
  return [
    canvas.paint('faint', truncate(header.join(gap).trimEnd(), canvas.columns)),
    ...profiles.flatMap((profile) => [
      rowLine(profile, nowMs, { shown, nameCells, canvas }),
      ...errorLines(profile, canvas),
    ]),
  ];
}

function columnsThatFit(available: number, nameCells: number): readonly Column[] {
  let left = available - markCells;
  const shown: Column[] = [];
  for (const column of columns) {
    left -= gap.length + column.cells;
    const wanted = shown.length === 0 ? Math.min(nameCells, leastNameCells) : nameCells;
    if (left < wanted) break;
    shown.push(column);
  }
  return shown;
}

function rowLine(
  profile: StatusInWords,
  nowMs: number,
  { shown, nameCells, canvas }: { shown: readonly Column[]; nameCells: number; canvas: Canvas },
): string {
  const mark = profile.status.isDefault ? '* ' : '  ';
  const name = padEnd(truncate(printable(profile.status.name), nameCells), nameCells);
  const cells = shown.map((column, at) => {
    const text = truncate(column.text(profile, nowMs), column.cells);
    const padded = at === shown.length - 1 ? text : padEnd(text, column.cells);
    return column.tone === undefined ? padded : canvas.paint(column.tone(profile), padded);
  });
  return [truncate(mark, canvas.columns) + name, ...cells].join(gap);
}

/** Below the row, because no column has room for a sentence. */
function errorLines({ words }: StatusInWords, { columns, paint }: Canvas): readonly string[] {
  if (words === undefined) return [];
  const indent = ' '.repeat(Math.min(4, Math.max(0, columns - leastNameCells)));
  const cells = Math.max(1, columns - indent.length);
  const lines = wrap(printable(`${words.what} ${words.next}`), cells);
  const shown = lines.slice(0, maxErrorLines);
  if (lines.length > maxErrorLines)
    shown[maxErrorLines - 1] = truncate(`${shown.at(-1)} ${lines[maxErrorLines]}`, cells);
  return shown.map((line) => paint('faint', indent + line));
}

/** On one line where there is room. */
function hintLines({ text, command, continued }: Hint, { columns }: Canvas): readonly string[] {
  const whole = `${text} ${command.join(' ')}`;
  if (displayWidth(whole) <= columns) return [whole];
  return [...wrap(text, columns), ...commandLines(command, columns, continued)];
}
