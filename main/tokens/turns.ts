/** When time alone changes what is said of a token, as a pure function of its expiry. */
import { expiringMs } from './state.ts';
import type { ProfileStatus } from './status.ts';

type Dated = Pick<ProfileStatus, 'expiresAtMs'>;

/** The first moment with less than `expiringMs` to live, and the expiry, wall-clock ms; none where nobody knows it. */
export function turnsMs({ expiresAtMs }: Dated): readonly number[] {
  return expiresAtMs === null ? [] : [expiresAtMs - expiringMs + 1, expiresAtMs];
}

/** The next turn of any of them after `nowMs`, wall-clock ms; undefined: time alone changes nothing. */
export function nextTurnMs(tokens: readonly Dated[], nowMs: number): number | undefined {
  let nextMs: number | undefined;
  for (const token of tokens) {
    for (const atMs of turnsMs(token)) if (atMs > nowMs && atMs < (nextMs ?? Infinity)) nextMs = atMs;
  }
  return nextMs;
}
