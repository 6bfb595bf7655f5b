/** Text that changes with the time. It is written by the tick, without rendering. */
import { useLayoutEffect, useRef } from 'react';
import { useTime } from '../state/time-context.ts';

export interface TickingTextProps {
  /** Must keep its identity while what it says depends on the time alone. */
  readonly text: (nowMs: number) => string;
  readonly className?: string;
  /** True where a screen reader finds the same elsewhere in words that stand still. */
  readonly isHiddenFromReaders?: boolean;
}

export function TickingText({ text, className, isHiddenFromReaders = false }: TickingTextProps) {
  const { clock, ticker } = useTime();
  const element = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    let written: string | undefined;
    function write(nowMs: number): void {
      const next = text(nowMs);
      if (next === written || element.current === null) return;
      written = next;
      element.current.textContent = next;
    }
    write(clock.now());
    return ticker.onTick(write);
  }, [clock, ticker, text]);

  return <span ref={element} className={className} {...(isHiddenFromReaders ? { 'aria-hidden': true } : {})} />;
}
