/** A point in time: absolute, and how far away it is. */
import { useCallback } from 'react';
import { TickingText } from '../../components/ticking-text.tsx';
import { relativeWords } from '../../words/duration.ts';
import { fullInstant, shortInstant } from '../../words/instant.ts';
import { useApp } from '../../state/app-context.ts';

export interface MomentProps {
  readonly atMs: number;
  /** True writes the date and the seconds too. */
  readonly isFull?: boolean;
}

export function Moment({ atMs, isFull = false }: MomentProps) {
  const { clock } = useApp();
  const away = useCallback((nowMs: number) => relativeWords(atMs, nowMs), [atMs]);
  return (
    <>
      <span title={fullInstant(atMs)}>{isFull ? fullInstant(atMs) : shortInstant(atMs, clock.now())}</span>{' '}
      <TickingText className="facts-more" text={away} />
    </>
  );
}
