/**
 * The scale of the time axis: what is near takes much room and what is far little, so that one axis holds minutes and weeks.
 * Places are parts of the width, from 0 to 1; `nowPlace` is where the past meets the future.
 */

export const nowPlace = 0.2;

/** Within it the axis is almost even, ms. */
const evenMs = 60_000;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far an axis may reach. Few steps: the scale stands still while tokens come and go. */
const reaches = [15 * minute, hour, 4 * hour, 12 * hour, day, 7 * day, 30 * day, 365 * day] as const;
const furthest = 365 * day;

/** What may be written at the axis, ms from now. */
const marks = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, day, 7 * day, 30 * day, 365 * day] as const;

/** Closer to each other or to an end than this, words would touch. */
const wordsApart = 0.13;

export interface TimeScale {
  readonly nowMs: number;
  /** How far it reaches into the past and the future, ms; what lies beyond is drawn at the end. */
  readonly pastMs: number;
  readonly futureMs: number;
}

/** Reaches at least as far as all of these instants, wall-clock ms. */
export function scaleFor(instantsMs: Iterable<number>, nowMs: number): TimeScale {
  let pastMs = 0;
  let futureMs = 0;
  for (const atMs of instantsMs) {
    pastMs = Math.max(pastMs, nowMs - atMs);
    futureMs = Math.max(futureMs, atMs - nowMs);
  }
  return { nowMs, pastMs: reachFor(pastMs), futureMs: reachFor(futureMs) };
}

function reachFor(ms: number): number {
  return reaches.find((reach) => ms <= reach) ?? furthest;
}

/** Where an instant is, from 0 to 1. */
export function placeOf({ nowMs, pastMs, futureMs }: TimeScale, atMs: number): number {
  const awayMs = atMs - nowMs;
  const place =
    awayMs < 0 ? nowPlace * (1 - part(-awayMs, pastMs)) : nowPlace + (1 - nowPlace) * part(awayMs, futureMs);
  return Math.min(1, Math.max(0, place));
}

/** The other way round: the instant at a place, wall-clock ms. */
export function instantAt({ nowMs, pastMs, futureMs }: TimeScale, place: number): number {
  if (place < nowPlace) return nowMs - away(1 - place / nowPlace, pastMs);
  return nowMs + away((place - nowPlace) / (1 - nowPlace), futureMs);
}

function away(partOfReach: number, reachMs: number): number {
  return evenMs * Math.expm1(partOfReach * Math.log1p(reachMs / evenMs));
}

function part(awayMs: number, reachMs: number): number {
  return Math.log1p(awayMs / evenMs) / Math.log1p(reachMs / evenMs);
}

/** The marks of the future for which there is room, from the furthest to the nearest. */
export function marksOf(scale: TimeScale): readonly { readonly awayMs: number; readonly place: number }[] {
  const chosen: { readonly awayMs: number; readonly place: number }[] = [];
  let before = 1 + wordsApart / 2;
  for (const awayMs of marks.toReversed()) {
    const place = placeOf(scale, scale.nowMs + awayMs);
    if (awayMs > scale.futureMs || before - place < wordsApart || place - nowPlace < wordsApart) continue;
    chosen.push({ awayMs, place });
    before = place;
  }
  return chosen;
}
