/** How many tokens end in each part of the time axis: what many profiles look like from afar. */
import type { ProfileView } from '../../../preload/views.ts';
import { nowPlace, placeOf } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';

export interface DensityBar {
  /** Places are parts of the width, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Part of the full height, above 0 to 1. */
  readonly height: number;
  /** The part of `height` that stands for tokens which are not renewed before their end. */
  readonly finalHeight: number;
}

const barCount = 40;

/** The part of the future in equal parts of the width; nothing for those in which no token ends. */
export function densityOf(profiles: Iterable<ProfileView>, scale: TimeScale): readonly DensityBar[] {
  const counts = Array.from({ length: barCount }, () => 0);
  const finals = Array.from({ length: barCount }, () => 0);
  for (const { token, expiresAtMs, nextRefreshAtMs } of profiles) {
    if (token !== 'valid' || expiresAtMs === null || expiresAtMs <= scale.nowMs) continue;
    const part = (placeOf(scale, expiresAtMs) - nowPlace) / (1 - nowPlace);
    const bar = Math.min(barCount - 1, Math.floor(part * barCount));
    counts[bar] = (counts[bar] ?? 0) + 1;
    if (nextRefreshAtMs === null) finals[bar] = (finals[bar] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const width = (1 - nowPlace) / barCount;
  return counts.flatMap((count, bar) => {
    if (count === 0) return [];
    const from = nowPlace + bar * width;
    // A root: one token is still seen beside a hundred.
    const height = Math.sqrt(count / most);
    return [{ from, to: from + width, count, height, finalHeight: height * ((finals[bar] ?? 0) / count) }];
  });
}
