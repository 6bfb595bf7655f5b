/** One token on the time axis: the life behind it, the life before it, its renewal, and the end of its session. */
import { memo } from 'react';
import type { Track } from './tracks.ts';

export interface TrackRowProps {
  readonly track: Track;
  /** In CSS pixels at the default size of type. */
  readonly top: number;
  readonly height: number;
  readonly isPointed: boolean;
  readonly onPoint: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Of a bar, and of the marks on it. */
const barHeight = 4;
const markSize = 3;

export const TrackRow = memo(function TrackRow({ track, top, height, isPointed, onPoint, onOpen }: TrackRowProps) {
  const { id, tone, lived, left, isEndless, renewal, finalEnd, sessionEnd, failure } = track;
  const middle = top + height / 2;
  const bar = { y: rem(middle - barHeight / 2), height: rem(barHeight), rx: rem(barHeight / 2) };
  return (
    <g
      className="track"
      data-tone={tone}
      data-pointed={isPointed || undefined}
      onPointerEnter={() => onPoint(id)}
      onClick={() => onOpen(id)}
    >
      <rect className="track-ground" x="0" width="100%" y={rem(top)} height={rem(height)} />
      {lived === null ? null : (
        <rect className="track-lived" x={percent(lived.from)} width={percent(lived.to - lived.from)} {...bar} />
      )}
      {left === null ? null : (
        <rect
          className="track-left"
          data-endless={isEndless || undefined}
          x={percent(left.from)}
          width={percent(left.to - left.from)}
          {...bar}
        />
      )}
      {renewal === null ? null : (
        <rect
          className="track-renewal"
          x={percent(renewal)}
          width={rem(2)}
          y={rem(middle - markSize)}
          height={rem(2 * markSize)}
        />
      )}
      {finalEnd === null ? null : (
        <rect
          className="track-end"
          x={percent(finalEnd)}
          width={rem(3)}
          y={rem(middle - markSize)}
          height={rem(2 * markSize)}
        />
      )}
      {sessionEnd === null ? null : (
        <circle className="track-session" cx={percent(sessionEnd)} cy={rem(middle)} r={rem(markSize - 1)} />
      )}
      {failure === null ? null : (
        <circle className="track-failure" cx={percent(failure)} cy={rem(middle)} r={rem(markSize)} />
      )}
    </g>
  );
});

function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

function percent(part: number): string {
  return `${(Math.max(0, part) * 100).toFixed(2)}%`;
}
