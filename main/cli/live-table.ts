/**
 * What the running agent shows, as lines: a pure function of the profiles, the size of the terminal and the time.
 *
 * Invariants, whatever the names and errors are:
 * - no line is wider than the terminal, and there are no more lines than it has;
 * - nothing that came from outside steers the terminal.
 */
import { padEnd, truncate, wrap } from './cells.ts';
import { commandLines } from './command-lines.ts';
import { frameLines } from './live-frame.ts';
import { mostUrgentFirst, needsAttention } from './live-order.ts';
import { liveLeft, liveRefresh, liveSource, liveState } from './live-words.ts';
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
  /** Not shown where it would leave fewer cells of a long name. */
  readonly leastNameCells: number;
  /** Shown only where some profile has a text for it. */
  readonly mayBeEmpty?: true;
  text(profile: StatusInWords, nowMs: number): string;
  tone?(profile: StatusInWords): Tone;
}

/** In order of importance: in a narrow terminal the last ones go first. The name comes before all of them. */
const columns: readonly Column[] = [
  {
    title: 'STATE',
    cells: 10,
    leastNameCells: 6,
    text: ({ status }) => liveState(status),
    tone: ({ status }) => toneOf(status),
  },
  { title: 'LEFT', cells: 7, leastNameCells: 12, text: ({ status }, nowMs) => liveLeft(status, nowMs) },
  { title: 'REFRESH IN', cells: 10, leastNameCells: 24, text: ({ status }, nowMs) => liveRefresh(status, nowMs) },
  {
    title: 'SOURCE',
    cells: 20,
    leastNameCells: 24,
    mayBeEmpty: true,
    text: ({ status }, nowMs) => printable(liveSource(status, nowMs)),
  },
];

const markCells = 2;
const gap = '  ';

/** An error is indented as long as this much room is left beside it. */
const leastErrorCells = 6;

export function liveLines(picture: LivePicture, nowMs: number, canvas: Canvas): readonly string[] {
  const title = canvas.paint('strong', truncate(printable(picture.title), canvas.columns));
  const hint = hintLines(picture.hint, canvas);
  const profiles = mostUrgentFirst(picture.profiles);
  if (profiles.length === 0) return [title, '', ...hint].slice(0, canvas.rows);
  const layout = layOut(profiles, nowMs, canvas);
  return frameLines(
    {
      title,
      header: headerLine(layout),
      profiles,
      hint,
      row: (profile) => rowLine(profile, nowMs, layout),
      notes: (profile, most) => errorLines(profile, most, canvas),
      more: (hidden) => canvas.paint('faint', truncate(moreWords(hidden), canvas.columns)),
    },
    canvas.rows,
  );
}

function moreWords(hidden: readonly StatusInWords[]): string {
  const failing = hidden.filter(needsAttention).length;
  return `… ${hidden.length} more${failing === 0 ? '' : `, ${failing} of them failing`}`;
}

/** What all rows have in common. */
interface Layout {
  readonly shown: readonly Column[];
  readonly nameCells: number;
  readonly canvas: Canvas;
}

function layOut(profiles: readonly StatusInWords[], nowMs: number, canvas: Canvas): Layout {
  const longest = Math.max(...profiles.map(({ status }) => displayWidth(status.name)), 'NAME'.length);
  const useful = columns.filter(
    (column) => column.mayBeEmpty !== true || profiles.some((profile) => column.text(profile, nowMs) !== ''),
  );
  const shown = columnsThatFit(useful, canvas.columns, longest);
  const room = canvas.columns - markCells - shown.reduce((sum, { cells }) => sum + gap.length + cells, 0);
  return { shown, nameCells: Math.max(0, Math.min(longest, room)), canvas };
}

function headerLine({ shown, nameCells, canvas }: Layout): string {
  const header = ['  ' + padEnd('NAME', nameCells), ...shown.map(({ title, cells }) => padEnd(title, cells))];
  return canvas.paint('faint', truncate(header.join(gap).trimEnd(), canvas.columns));
}

function columnsThatFit(columns: readonly Column[], available: number, longestName: number): readonly Column[] {
  let left = available - markCells;
  const shown: Column[] = [];
  for (const column of columns) {
    left -= gap.length + column.cells;
    if (left < Math.min(longestName, column.leastNameCells)) break;
    shown.push(column);
  }
  return shown;
}

function rowLine(profile: StatusInWords, nowMs: number, { shown, nameCells, canvas }: Layout): string {
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
function errorLines({ words }: StatusInWords, most: number, { columns, paint }: Canvas): readonly string[] {
  if (words === undefined || most === 0) return [];
  const indent = ' '.repeat(Math.min(4, Math.max(0, columns - leastErrorCells)));
  const cells = Math.max(1, columns - indent.length);
  const lines = wrap(printable(`${words.what} ${words.next}`), cells);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = truncate(`${shown.at(-1)} ${lines[most]}`, cells);
  return shown.map((line) => paint('faint', indent + line));
}

/** On one line where there is room. */
function hintLines({ text, command, continued }: Hint, { columns }: Canvas): readonly string[] {
  const whole = `${text} ${command.join(' ')}`;
  if (displayWidth(whole) <= columns) return [whole];
  return [...wrap(text, columns), ...commandLines(command, columns, continued)];
}
