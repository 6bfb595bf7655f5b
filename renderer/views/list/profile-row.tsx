/** One profile in the list. It renders when this profile changes, and at no other time. */
import './profile-row.css';
import { memo, useCallback } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Icon } from '../../components/icons.tsx';
import { StateLabel } from '../../components/state-label.tsx';
import { SystemMark } from '../../components/system-mark.tsx';
import { EnvironmentTag } from '../../components/tag.tsx';
import { TickingText } from '../../components/ticking-text.tsx';
import { useProfile } from '../../state/use-store.ts';
import { identityWords } from '../../words/identity-words.ts';
import { lifeText, sessionWords, untilText } from '../../words/life-words.ts';
import { needsAttention } from '../../words/state-words.ts';
import { RowActions } from './row-actions.tsx';
import { rowHeightRem } from './use-row-window.ts';

export interface ProfileRowProps {
  readonly id: string;
  /** From 0, among the rows that the list shows. */
  readonly index: number;
  /** Its page shows. */
  readonly isSelected: boolean;
  /** The Tab key goes to this row. */
  readonly isTabStop: boolean;
  readonly onOpen: (id: string) => void;
}

export const ProfileRow = memo(function ProfileRow(props: ProfileRowProps) {
  const { id, index, isSelected, isTabStop, onOpen } = props;
  const profile = useProfile(id);
  if (profile === undefined) return null;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div
      className="row"
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      data-id={id}
      style={{ top: `${index * rowHeightRem}rem` }}
    >
      <div className="row-main" role="gridcell" tabIndex={tabIndex} onClick={() => onOpen(id)}>
        <SystemMark profile={profile} />
        <RowWords profile={profile} />
      </div>
      <RowActions profile={profile} tabIndex={tabIndex} />
    </div>
  );
});

function RowWords({ profile }: { readonly profile: ProfileView }) {
  const { failure, note, systemLabel, environment, sessionEndsAtMs } = profile;
  const identity = profile.linkedTo === null ? identityWords(profile.identity) : `token of ${profile.linkedTo}`;
  return (
    <div className="row-words">
      <RowName profile={profile} />
      <div className="row-line">
        <span className="for-screen-readers">{systemLabel}, </span>
        <StateLabel profile={profile} />
        <EnvironmentTag environment={environment} isShort />
        {identity === undefined || needsAttention(profile) ? null : (
          <span className="row-identity" title={identity}>
            {identity}
          </span>
        )}
      </div>
      <RowTime profile={profile} />
      {failure === null ? null : (
        <div className="row-more" title={`${failure.what} ${failure.next}`}>
          {failure.what}
        </div>
      )}
      {failure !== null || note === null ? null : (
        <div className="row-more" title={note}>
          {note}
        </div>
      )}
      {failure !== null || note !== null || sessionEndsAtMs === null ? null : <RowSession endsAtMs={sessionEndsAtMs} />}
    </div>
  );
}

function RowName({ profile: { name, label, isDefault } }: { readonly profile: ProfileView }) {
  return (
    <div className="row-line row-name-line">
      <span className="row-name" title={label === undefined ? name : `${label} (${name})`}>
        {label ?? name}
      </span>
      {isDefault ? (
        <span className="row-star" title="Default profile">
          <Icon name="star" size={12} />
          <span className="for-screen-readers">, default profile</span>
        </span>
      ) : null}
    </div>
  );
}

function RowSession({ endsAtMs }: { readonly endsAtMs: number }) {
  const words = useCallback((nowMs: number) => sessionWords(endsAtMs, nowMs), [endsAtMs]);
  return <TickingText className="row-more" text={words} />;
}

function RowTime({ profile }: { readonly profile: ProfileView }) {
  const { token, expiresAtMs } = profile;
  const left = useCallback((nowMs: number) => lifeText({ token, expiresAtMs }, nowMs), [token, expiresAtMs]);
  const until = useCallback((nowMs: number) => untilText({ token, expiresAtMs }, nowMs), [token, expiresAtMs]);
  if (expiresAtMs === null || token === 'none') return null;
  return (
    <>
      {token === 'valid' ? (
        <TickingText className="row-left" text={left} isHiddenFromReaders />
      ) : (
        <span className="row-left row-over">expired</span>
      )}
      <TickingText className="row-until" text={until} />
    </>
  );
}
