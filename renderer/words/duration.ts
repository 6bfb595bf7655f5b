/** Lengths of time, for a display that counts down and for sentences. */
import { countedUnit } from './formats.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `11:42`, from an hour on `2h 05m`, from a day on `3d 04h`; down to `0:00`. */
export function countdown(ms: number): string {
  const left = Math.max(0, ms);
  if (left < hour) return `${Math.floor(left / minute)}:${pad(Math.floor((left % minute) / second))}`;
  if (left < day) return `${Math.floor(left / hour)}h ${pad(Math.floor((left % hour) / minute))}m`;
  return `${Math.floor(left / day)}d ${pad(Math.floor((left % day) / hour))}h`;
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}

const units = [
  { unit: 'day', ms: day },
  { unit: 'hour', ms: hour },
  { unit: 'minute', ms: minute },
  { unit: 'second', ms: second },
] as const;

/** The largest unit that fits, and for hours the minutes with it: `11 minutes`, `2 hours 5 minutes`. Rounded down. */
export function durationWords(ms: number): string {
  const left = Math.max(0, ms);
  const unit = units.find((candidate) => left >= candidate.ms) ?? units[3];
  const minutes = Math.floor((left % hour) / minute);
  const rest = unit.unit === 'hour' && minutes > 0 ? ` ${countedUnit('minute', minutes)}` : '';
  return countedUnit(unit.unit, Math.floor(left / unit.ms)) + rest;
}

/** The largest unit that fits, in short: `3 min`, `1 day`. */
export function shortDuration(ms: number): string {
  const left = Math.max(0, ms);
  const unit = units.find((candidate) => left >= candidate.ms) ?? units[3];
  return countedUnit(unit.unit, Math.floor(left / unit.ms), 'short');
}

/** `in 11 minutes`, `3 minutes ago`, or `now` within a second. */
export function relativeWords(atMs: number, nowMs: number): string {
  const away = atMs - nowMs;
  if (Math.abs(away) < second) return 'now';
  return away > 0 ? `in ${durationWords(away)}` : `${durationWords(-away)} ago`;
}

/** How much of a token's life is left, from 1 down to 0; 1 when its start is not known. */
export function lifeLeft(life: LifeSpan, nowMs: number): number {
  const { obtainedAtMs, expiresAtMs } = life;
  const left = expiresAtMs - nowMs;
  if (left <= 0) return 0;
  if (obtainedAtMs === null || obtainedAtMs >= expiresAtMs) return 1;
  return Math.min(1, left / (expiresAtMs - obtainedAtMs));
}

/** Wall-clock milliseconds. */
export interface LifeSpan {
  readonly obtainedAtMs: number | null;
  readonly expiresAtMs: number;
}
