/** How long a sign-in waits for the person. */
import { useCallback } from 'react';
import { TickingText } from '../../components/ticking-text.tsx';
import { countdown } from '../../words/duration.ts';
import { signInLabels } from '../../words/sign-in-words.ts';

export function TimeLeft({ untilMs }: { readonly untilMs: number }) {
  const left = useCallback((nowMs: number) => `${countdown(untilMs - nowMs)} left`, [untilMs]);
  return (
    <p className="sign-in-time">
      {signInLabels.waiting} <TickingText text={left} />
    </p>
  );
}
