/** What a row says of its profile: name, state, whom the token is for and what it may do, how long it lives, and what is wrong. */
import { useCallback } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icon-name.ts';
import { StateLabel } from '../../components/state-label.tsx';
import { EnvironmentTag } from '../../components/tag.tsx';
import { TickingText } from '../../components/ticking-text.tsx';
import { useApp } from '../../state/app-context.ts';
import { identityWords } from '../../words/identity-words.ts';
import { lifeText, sessionWords, untilText } from '../../words/life-words.ts';
import { credentialEndWords, displayName, rowWords, scopesInShort } from '../../words/list-words.ts';
import { isUnderWay, signInWords } from '../../words/sign-in-words.ts';
import { needsAttention } from '../../words/state-words.ts';

export function RowWords({ profile }: { readonly profile: ProfileView }) {
  const { systemLabel, environment } = profile;
  const holder = needsAttention(profile) ? '' : holderWords(profile);
  return (
    <div className="row-words">
      <RowName profile={profile} />
      <div className="row-line">
        <span className="for-screen-readers">{systemLabel}, </span>
        <StateLabel profile={profile} />
        <EnvironmentTag environment={environment} isShort />
        {holder === '' ? null : (
          <span className="row-identity" title={holder}>
            {holder}
          </span>
        )}
      </div>
      <RowTime profile={profile} />
      <RowMore profile={profile} />
    </div>
  );
}

function holderWords({ linkedTo, identity, scope }: ProfileView): string {
  const who = linkedTo === null ? identityWords(identity) : rowWords.tokenOf(linkedTo);
  return [who, scopesInShort(scope)].filter((part) => part !== undefined).join(' · ');
}

function RowName({ profile }: { readonly profile: ProfileView }) {
  const { name, label, isDefault, isPinned } = profile;
  return (
    <div className="row-line row-name-line">
      <span className="row-name" title={label === undefined ? name : `${label} (${name})`}>
        {displayName(profile)}
      </span>
      {isPinned ? <Mark icon="pin" words={rowWords.pinned} /> : null}
      {isDefault ? <Mark icon="star" words={rowWords.default} /> : null}
    </div>
  );
}

function Mark({ icon, words }: { readonly icon: IconName; readonly words: string }) {
  return (
    <span className="row-star" title={words}>
      <Icon name={icon} size={12} />
      <span className="for-screen-readers">, {words.toLowerCase()}</span>
    </span>
  );
}

/** The one thing that is worth a third line: what the person is waited for, what is wrong, or what ends. */
function RowMore({ profile }: { readonly profile: ProfileView }) {
  const { clock } = useApp();
  const { failure, note, sessionEndsAtMs, signIn, credentialExpires } = profile;
  if (signIn !== null && isUnderWay(signIn)) return <More text={signInWords(signIn).title} />;
  if (failure !== null) return <More text={failure.what} hint={`${failure.what} ${failure.next}`} />;
  if (note !== null) return <More text={note} />;
  const credential = credentialEndWords(credentialExpires, clock.now());
  if (credential !== undefined) return <More text={credential} />;
  return sessionEndsAtMs === null ? null : <RowSession endsAtMs={sessionEndsAtMs} />;
}

function More({ text, hint = text }: { readonly text: string; readonly hint?: string }) {
  return (
    <div className="row-more" title={hint}>
      {text}
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
        <span className="row-left row-over">{rowWords.expired}</span>
      )}
      <TickingText className="row-until" text={until} />
    </>
  );
}
