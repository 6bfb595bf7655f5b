/**
 * All tokens on one time axis. It is a picture for who looks: the sentence beside it and the list below say the same, and
 * nothing in it takes the focus but the name of what comes next.
 */
import './timeline.css';
import { memo, useCallback, useMemo, useState } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { useProfile } from '../../state/use-store.ts';
import { TickingText } from '../../components/ticking-text.tsx';
import {
  nextEvent,
  nextEventWords,
  nothingNextWords,
  timelineName,
  timelineSummary,
  trackWords,
} from '../../words/timeline-words.ts';
import type { NextEvent } from '../../words/timeline-words.ts';
import { displayName } from '../../words/list-words.ts';
import { densityOf } from './density.ts';
import { DensityRow } from './density-row.tsx';
import { TimeAxis } from './time-axis.tsx';
import { TrackRow } from './track-row.tsx';
import { drawTracks } from './tracks.ts';
import { useNow } from './use-now.ts';

export interface TimelineProps {
  /** Those that the list's filters let through. */
  readonly profiles: readonly ProfileView[];
  readonly onOpen: (id: string, byKeyboard: boolean) => void;
}

/** Heights in CSS pixels at the default size of type. */
const trackHeight = 7;
const densityHeight = 18;
const axisHeight = 16;

export const Timeline = memo(function Timeline({ profiles, onOpen }: TimelineProps) {
  const nowMs = useNow();
  const [pointedId, setPointedId] = useState<string | null>(null);
  const { scale, tracks, others } = useMemo(() => drawTracks(profiles, nowMs), [profiles, nowMs]);
  const density = others === 0 ? [] : densityOf(profiles, scale);
  const tracksHeight = tracks.length * trackHeight;
  const height = tracksHeight + (others === 0 ? 0 : densityHeight) + axisHeight;
  const openPointed = useCallback((id: string) => onOpen(id, false), [onOpen]);

  return (
    <figure className="timeline" aria-label={timelineName}>
      <figcaption className="timeline-caption">
        <span className="for-screen-readers">{timelineSummary(profiles, nowMs)}</span>
        {pointedId === null ? (
          <NextCaption event={nextEvent(profiles, nowMs)} onOpen={onOpen} />
        ) : (
          <PointedCaption id={pointedId} nowMs={nowMs} />
        )}
      </figcaption>
      <svg
        className="timeline-picture"
        aria-hidden="true"
        style={{ height: `${height / 16}rem` }}
        onPointerLeave={() => setPointedId(null)}
      >
        <TimeAxis scale={scale} height={height} axisHeight={axisHeight} />
        {tracks.map((track, index) => (
          <TrackRow
            key={track.id}
            track={track}
            top={index * trackHeight}
            height={trackHeight}
            isPointed={track.id === pointedId}
            onPoint={setPointedId}
            onOpen={openPointed}
          />
        ))}
        <DensityRow bars={density} top={tracksHeight} height={densityHeight} />
      </svg>
    </figure>
  );
});

function NextCaption({
  event,
  onOpen,
}: {
  readonly event: NextEvent | undefined;
  readonly onOpen: TimelineProps['onOpen'];
}) {
  const { id, name, kind, atMs } = event ?? { id: '', name: '', kind: 'expires', atMs: 0 };
  const words = useCallback((nowMs: number) => nextEventWords({ id, name, kind, atMs }, nowMs), [id, name, kind, atMs]);
  if (event === undefined) return <span className="timeline-words">{nothingNextWords}</span>;
  return (
    <>
      <button type="button" className="timeline-name" onClick={({ detail }) => onOpen(id, detail === 0)}>
        {name}
      </button>
      <TickingText className="timeline-words" text={words} isHiddenFromReaders />
    </>
  );
}

function PointedCaption({ id, nowMs }: { readonly id: string; readonly nowMs: number }) {
  const profile = useProfile(id);
  if (profile === undefined) return null;
  return (
    <>
      <span className="timeline-name">{displayName(profile)}</span>
      <span className="timeline-words">{trackWords(profile, nowMs)}</span>
    </>
  );
}
