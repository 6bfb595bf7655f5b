/**
 * What the live table leaves out on a low terminal.
 *
 * Invariants, for a terminal of at least one line:
 * - there are no more lines than it has, and at least one profile is among them;
 * - why a profile fails is left out before any profile that fails.
 */
import { needsAttention } from './live-order.ts';
import type { StatusInWords } from './status.ts';

export interface FrameParts {
  readonly title: string;
  /** Of the table. */
  readonly header: string;
  /** The most urgent first; at least one. */
  readonly profiles: readonly StatusInWords[];
  readonly hint: readonly string[];
  readonly row: (profile: StatusInWords) => string;
  /** Why it fails, in at most so many lines. */
  readonly notes: (profile: StatusInWords, most: number) => readonly string[];
  /** Says how many profiles are not shown. */
  readonly more: (hidden: readonly StatusInWords[]) => string;
}

const mostNoteLines = 2;

/** A profile, and how many more there are. */
const leastBodyLines = 2;

export function frameLines(parts: FrameParts, rows: number): readonly string[] {
  const { title, header, hint } = parts;
  const whole = bodyWithNotes(parts, mostNoteLines).map(({ line }) => line);
  const roomy = [title, '', header, ...whole, '', ...hint];
  if (roomy.length <= rows) return roomy;
  const { above, below } = chooseFrame(parts, rows, Math.min(leastBodyLines, whole.length));
  return [...above, ...bodyLines(parts, rows - above.length - below.length), ...below];
}

interface Frame {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** The hint makes room for profiles that fail; title and header only for there being a profile at all. */
function chooseFrame({ title, header, hint, profiles }: FrameParts, rows: number, leastLines: number): Frame {
  const complete: Frame = { above: [title, header], below: hint };
  const withoutHint: Frame = { above: [title, header], below: [] };
  const headerAlone: Frame = { above: [header], below: [] };
  const leaves = (lines: number) => (frame: Frame) => rows - frame.above.length - frame.below.length >= lines;
  return (
    [complete, withoutHint].find(leaves(Math.max(leastLines, failingLines(profiles)))) ??
    [complete, withoutHint, headerAlone].find(leaves(leastLines)) ?? { above: [], below: [] }
  );
}

/** All that fail, and a line for the rest. */
function failingLines(profiles: readonly StatusInWords[]): number {
  const failing = profiles.filter(needsAttention).length;
  return failing < profiles.length ? failing + 1 : failing;
}

interface BodyLine {
  readonly line: string;
  readonly profile: StatusInWords;
}

function bodyWithNotes({ profiles, row, notes }: FrameParts, most: number): readonly BodyLine[] {
  return profiles.flatMap((profile) => [row(profile), ...notes(profile, most)].map((line) => ({ line, profile })));
}

function bodyLines(parts: FrameParts, room: number): readonly string[] {
  const { profiles, more } = parts;
  const failing = profiles.filter(needsAttention);
  const reserved = failingLines(profiles) - failing.length;
  const fits = (most: number) => bodyWithNotes({ ...parts, profiles: failing }, most).length + reserved <= room;
  const body = bodyWithNotes(parts, [mostNoteLines, 1].find(fits) ?? 0);
  const hiddenAfter = (lines: number) =>
    profiles.slice(new Set(body.slice(0, lines).map(({ profile }) => profile)).size);
  const saysMore = room >= leastBodyLines && hiddenAfter(room).length > 0;
  const shown = saysMore ? room - 1 : room;
  const lines = body.slice(0, shown).map(({ line }) => line);
  return saysMore ? [...lines, more(hiddenAfter(shown))] : lines;
}
