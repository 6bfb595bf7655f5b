/** A ring that empties as a token grows old. It is drawn by the tick, without rendering. */
import './life-ring.css';
import { useLayoutEffect, useRef } from 'react';
import type { ProfileView } from '../../preload/views.ts';
import { useTime } from '../state/time-context.ts';
import { lifeLeft } from '../words/duration.ts';

type RingLife = Pick<ProfileView, 'token' | 'activity' | 'obtainedAtMs' | 'expiresAtMs'>;

export interface LifeRingProps {
  readonly life: RingLife;
  /** Diameter and thickness in CSS pixels at the default size of type. */
  readonly size: number;
  readonly stroke: number;
}

/** Finer steps could not be seen. */
const steps = 720;

export function LifeRing({ life, size, stroke }: LifeRingProps) {
  const { clock, ticker } = useTime();
  const arc = useRef<SVGCircleElement>(null);
  const { obtainedAtMs, expiresAtMs } = life;
  const kind = ringKind(life);

  useLayoutEffect(() => {
    if (kind !== 'counting' || expiresAtMs === null) return undefined;
    let drawn = '';
    function draw(nowMs: number): void {
      const left = lifeLeft({ obtainedAtMs, expiresAtMs: expiresAtMs ?? nowMs }, nowMs);
      const offset = String(100 - (Math.round(left * steps) * 100) / steps);
      if (offset === drawn) return;
      drawn = offset;
      arc.current?.setAttribute('stroke-dashoffset', offset);
    }
    draw(clock.now());
    return ticker.onTick(draw);
  }, [clock, ticker, kind, obtainedAtMs, expiresAtMs]);

  const radius = (size - stroke) / 2;
  const circle = { cx: size / 2, cy: size / 2, r: radius, strokeWidth: stroke };
  return (
    <svg
      className="life-ring"
      data-life={kind}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <circle className="life-ring-track" {...circle} />
      {/* A new kind is a new arc: what the tick has written to the old one goes with it. */}
      <circle key={kind} ref={arc} className="life-ring-arc" pathLength="100" {...circle} />
    </svg>
  );
}

function ringKind({ token, activity, expiresAtMs }: RingLife): 'counting' | 'working' | 'unknown' | 'none' {
  if (token === 'valid' && expiresAtMs !== null) return 'counting';
  if (token === 'valid-expiry-unknown') return 'unknown';
  return activity === 'refreshing' ? 'working' : 'none';
}
