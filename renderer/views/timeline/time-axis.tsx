/** The axis itself: where now is, and how far away the rest. */
import { markWords, nowWords } from '../../words/timeline-words.ts';
import { marksOf, nowPlace } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';

export interface TimeAxisProps {
  readonly scale: TimeScale;
  /** Of the whole picture and of the words at its foot, in CSS pixels at the default size of type. */
  readonly height: number;
  readonly axisHeight: number;
}

/** From the foot of the picture to the line on which the words stand. */
const baseline = 4;

export function TimeAxis({ scale, height, axisHeight }: TimeAxisProps) {
  const foot = `${(height - axisHeight) / 16}rem`;
  const words = `${(height - baseline) / 16}rem`;
  const now = `${nowPlace * 100}%`;
  return (
    <>
      {marksOf(scale).map(({ awayMs, place }) => {
        const x = `${(place * 100).toFixed(2)}%`;
        // The words of the last mark would not fit beyond it.
        const anchor = place > 0.94 ? 'end' : 'middle';
        return (
          <g key={awayMs}>
            <line className="axis-line" x1={x} x2={x} y1="0" y2={foot} />
            <text className="axis-words" x={x} y={words} textAnchor={anchor}>
              {markWords(awayMs)}
            </text>
          </g>
        );
      })}
      <line className="axis-now" x1={now} x2={now} y1="0" y2={foot} />
      <text className="axis-words" x={now} y={words} textAnchor="middle">
        {nowWords}
      </text>
    </>
  );
}
