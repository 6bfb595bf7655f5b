/** How long a sign-in waits for the person. */
import { useCallback } from 'react';
import { TickingText } from '../../components/ticking-text.tsx';
import { countdown } from '../../words/duration.ts';

export function TimeLeft({ untilMs }: { readonly untilMs: number }) {
  const left = useCallback((nowMs: number) => `${countdown(untilMs - nowMs)} left`, [untilMs]);
  return (
    <p className="sign-in-time">
      Waiting for you, <TickingText text={left} />
    </p>
  );
}
