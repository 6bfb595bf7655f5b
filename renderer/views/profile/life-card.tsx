/** How long the token still lives, large, and the times that go with it. */
import './life-card.css';
import { useCallback } from 'react';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { Icon } from '../../components/icons.tsx';
import { LifeRing } from '../../components/life-ring.tsx';
import { StateLabel } from '../../components/state-label.tsx';
import { TickingText } from '../../components/ticking-text.tsx';
import { useApp } from '../../state/app-context.ts';
import { clockWords } from '../../words/clock-words.ts';
import { credentialEnd } from '../../words/credential-words.ts';
import { identityWords } from '../../words/identity-words.ts';
import { holderFacts } from '../../words/holder-words.ts';
import { lifeText } from '../../words/life-words.ts';
import { lifeCaptions, lifeWords } from '../../words/profile-words.ts';
import { stateWords } from '../../words/state-words.ts';
import { Fact, Facts } from './facts.tsx';
import { LinkedProfile } from './linked-profile.tsx';
import { Moment } from './moment.tsx';
import { SessionEnd } from './session-end.tsx';

export interface LifeCardProps {
  readonly profile: ProfileView;
  readonly detail: ProfileDetail | null;
}

export function LifeCard({ profile, detail }: LifeCardProps) {
  const { token, expiresAtMs, obtainedAtMs, nextRefreshAtMs, auth } = profile;
  const { clock } = useApp();
  const left = useCallback((nowMs: number) => lifeText({ token, expiresAtMs }, nowMs), [token, expiresAtMs]);
  const { tone, icon } = stateWords(profile);
  const isLong = left(clock.now()).length > 5;
  return (
    <section className="life-card" aria-label={lifeWords.label}>
      <div className="life-big" data-tone={tone}>
        <LifeRing life={profile} size={132} stroke={7} />
        <div className="life-big-words">
          {token === 'valid' ? (
            <span className="life-big-left" data-long={isLong || undefined}>
              <TickingText text={left} isHiddenFromReaders />
            </span>
          ) : (
            <span className="life-big-icon">
              <Icon name={icon} size={28} />
            </span>
          )}
          <span className="life-big-caption">
            {auth === 'api_key' && token !== 'none' ? lifeWords.apiKey : lifeCaptions[token]}
          </span>
        </div>
      </div>
      <div className="life-facts">
        <Facts>
          <Fact name={lifeWords.state}>
            <StateLabel profile={profile} />
          </Fact>
          <Fact name={token === 'expired' ? lifeWords.expired : lifeWords.expires}>
            {expiresAtMs === null || token === 'none' ? null : <Moment atMs={expiresAtMs} />}
          </Fact>
          <Fact name={lifeWords.nextRefresh}>
            {auth === 'api_key' ? null : nextRefreshAtMs === null ? (
              lifeWords.nonePlanned
            ) : (
              <Moment atMs={nextRefreshAtMs} />
            )}
          </Fact>
          <Fact name={auth === 'api_key' ? lifeWords.entered : lifeWords.obtained}>
            {obtainedAtMs === null ? null : <Moment atMs={obtainedAtMs} />}
          </Fact>
          <Fact name={lifeWords.session}>
            {detail?.session == null ? null : <SessionEnd session={detail.session} />}
          </Fact>
          <Fact name={lifeWords.tokenOf}>
            {profile.linkedTo === null ? null : <LinkedProfile name={profile.linkedTo} />}
          </Fact>
          <Fact name={lifeWords.tokenFor}>{identityWords(profile.identity)}</Fact>
          {detail === null
            ? null
            : holderFacts(detail).map(({ name, text }) => (
                <Fact key={name} name={name}>
                  {text}
                </Fact>
              ))}
          <Fact name={lifeWords.credential}>{credentialEnd(profile, clock.now())?.fact}</Fact>
          <Fact name={lifeWords.clock}>
            {detail === null || (token === 'none' && detail.clockOffsetMs === null)
              ? null
              : clockWords(detail.clockOffsetMs)}
          </Fact>
        </Facts>
      </div>
    </section>
  );
}
