/** How many tokens end in each part of the axis, as bars that stand side by side; what is not renewed is their foot. */
import type { DensityBar } from './density.ts';

export interface DensityRowProps {
  readonly bars: readonly DensityBar[];
  /** In CSS pixels at the default size of type. */
  readonly top: number;
  readonly height: number;
}

/** Between the tracks and the bars, and at least so high is a bar. */
const gap = 3;
const least = 2;

export function DensityRow({ bars, top, height }: DensityRowProps) {
  return bars.map(({ from, to, height: part, finalHeight }) => {
    const place = { x: `${(from * 100).toFixed(2)}%`, width: `${((to - from) * 90).toFixed(2)}%` };
    return (
      <g key={from}>
        <rect className="density-bar" {...place} {...standing(part, top, height)} />
        {finalHeight === 0 ? null : (
          <rect className="density-final" {...place} {...standing(finalHeight, top, height)} />
        )}
      </g>
    );
  });
}

/** On the foot of the row, `part` of its height. */
function standing(part: number, top: number, height: number): { readonly y: string; readonly height: string } {
  const pixels = Math.max(least, part * (height - gap));
  return { y: `${(top + height - pixels) / 16}rem`, height: `${pixels / 16}rem` };
}
