/** One profile in the quick switcher. */
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import type { ProfileView } from '../../preload/views.ts';
import type { IconName } from '../components/icon-name.ts';
import { Icon } from '../components/icons.tsx';
import { StateLabel } from '../components/state-label.tsx';
import { SystemMark } from '../components/system-mark.tsx';
import { EnvironmentTag } from '../components/tag.tsx';
import { TickingText } from '../components/ticking-text.tsx';
import { identityWords } from '../words/identity-words.ts';
import { lifeText, untilText } from '../words/life-words.ts';
import { rowWords } from '../words/list-words.ts';

export interface SwitcherRowProps {
  readonly profile: ProfileView;
  /** Of its element, which the search field points at while it is chosen. */
  readonly elementId: string;
  readonly isChosen: boolean;
  readonly onPoint: (id: string) => void;
  readonly onPress: (profile: ProfileView, event: MouseEvent) => void;
}

export const SwitcherRow = memo(function SwitcherRow(props: SwitcherRowProps) {
  const { profile, elementId, isChosen, onPoint, onPress } = props;
  const { id, name, label, environment, systemLabel, identity, linkedTo } = profile;
  const element = useRef<HTMLDivElement>(null);
  const holder = linkedTo === null ? identityWords(identity) : undefined;

  useLayoutEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);

  return (
    <div
      ref={element}
      id={elementId}
      className="switcher-row"
      role="option"
      aria-selected={isChosen}
      data-environment={environment}
      // A pointer that lies still while the list moves under it has chosen nothing.
      onMouseMove={isChosen ? undefined : () => onPoint(id)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPress(profile, event)}
    >
      <SystemMark profile={profile} />
      <span className="switcher-words">
        <span className="switcher-line">
          <span className="switcher-name">{label ?? name}</span>
          {profile.isPinned ? <Mark icon="pin" words={rowWords.pinned} /> : null}
          {profile.isDefault ? <Mark icon="star" words={rowWords.default} /> : null}
          <EnvironmentTag environment={environment} />
        </span>
        <span className="switcher-line switcher-more">
          {label === undefined ? null : <span>{name}</span>}
          <span>{systemLabel}</span>
          {holder === undefined ? null : <span className="switcher-holder">{holder}</span>}
        </span>
      </span>
      <RowLife profile={profile} />
    </div>
  );
});

function Mark({ icon, words }: { readonly icon: IconName; readonly words: string }) {
  return (
    <span className="switcher-mark">
      <Icon name={icon} size={12} />
      <span className="for-screen-readers">, {words.toLowerCase()}</span>
    </span>
  );
}

function RowLife({ profile }: { readonly profile: ProfileView }) {
  const { token, expiresAtMs } = profile;
  const left = useCallback((nowMs: number) => lifeText({ token, expiresAtMs }, nowMs), [token, expiresAtMs]);
  const until = useCallback((nowMs: number) => untilText({ token, expiresAtMs }, nowMs), [token, expiresAtMs]);
  const isCounted = token === 'valid' && expiresAtMs !== null;
  return (
    <span className="switcher-life">
      {isCounted ? <TickingText className="switcher-left" text={left} isHiddenFromReaders /> : null}
      <StateLabel profile={profile} />
      <span className="for-screen-readers">
        <TickingText text={until} />
      </span>
    </span>
  );
}
