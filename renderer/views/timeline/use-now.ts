/** The time as a picture needs it: it moves in steps that can be seen, and only while somebody could see them. */
import { useEffect, useState } from 'react';
import { useApp } from '../../state/app-context.ts';

/** On an axis of some hundred pixels the nearest token moves by about two in this time, ms. */
const stepMs = 2_000;

export function useNow(): number {
  const { clock, ticker } = useApp();
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(
    () => ticker.onTick((atMs) => setNowMs((before) => (Math.abs(atMs - before) >= stepMs ? atMs : before))),
    [ticker],
  );
  return nowMs;
}
