/** A line of the log for people. */
import type { LogEntry } from '../log/log-line.ts';
import type { LogLevel } from '../log/log-event.ts';
import type { Output } from './io.ts';
import { printable } from './printable.ts';
import { paint } from './style.ts';
import type { Tone } from './style.ts';

const tones: Readonly<Record<LogLevel, Tone>> = { error: 'bad', warn: 'warning', info: 'strong', debug: 'faint' };
const widestLevel = 5;

/** Such as `2026-11-21T08:15:12.894Z warn  token-failed profile=acme code=network.dns host=id.example.com`. */
export function logEntryLine({ at, level, event, facts }: LogEntry, out: Pick<Output, 'colour'>): string {
  const words = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  const shownLevel = paint(out, tones[level], level.padEnd(widestLevel));
  return `${printable(at)} ${shownLevel} ${printable([event, ...words].join(' '))}`;
}
