/** The time, for whatever counts down, in every window. */
import { createContext, use } from 'react';
import type { Clock } from '../clock.ts';
import type { Ticker } from '../ticker.ts';

export interface TimeParts {
  readonly clock: Clock;
  readonly ticker: Ticker;
}

export const TimeContext = createContext<TimeParts | null>(null);

/** Throws outside a window: that is a mistake of the program. */
export function useTime(): TimeParts {
  const parts = use(TimeContext);
  if (parts === null) throw new Error('no TimeContext above this component');
  return parts;
}
