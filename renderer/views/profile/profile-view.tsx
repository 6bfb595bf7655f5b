/** The page of one profile. */
import './profile-view.css';
import { useId } from 'react';
import type { ProfileDetail, ProfileView as Profile } from '../../../preload/views.ts';
import { Callout } from '../../components/callout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useProfile } from '../../state/use-store.ts';
import { profileGone, tabNames, tabsLabel } from '../../words/profile-words.ts';
import { SignInCard } from '../sign-in/sign-in-card.tsx';
import { ClaimsPanel } from './claims-panel.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { CredentialCallout } from './credential-callout.tsx';
import { FailureCallout } from './failure-callout.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LifeAnnouncement } from './life-announcement.tsx';
import { LifeCard } from './life-card.tsx';
import { ProbePanel } from './probe-panel.tsx';
import { ProfileHead } from './profile-head.tsx';
import { RawClaims } from './raw-claims.tsx';
import { Reveal } from './reveal.tsx';
import { TenantLinks } from './tenant-links.tsx';
import { useDetail } from './use-detail.ts';

/** Mount it with the id as its key. */
export function ProfileView({ id }: { readonly id: string }) {
  const profile = useProfile(id);
  if (profile === undefined) {
    return <Callout tone="still" {...profileGone} />;
  }
  return <ProfilePage profile={profile} />;
}

function ProfilePage({ profile }: { readonly profile: Profile }) {
  const titleId = useId();
  const { detail, failure } = useDetail(profile);
  return (
    <article className="profile" aria-labelledby={titleId}>
      <ProfileHead profile={profile} detail={detail} titleId={titleId} />
      {detail === null ? null : <TenantLinks id={profile.id} links={detail.links} />}
      <SignInCard profile={profile} />
      <FailureCallout profile={profile} />
      <CredentialCallout profile={profile} links={detail?.links ?? []} />
      {profile.note === null ? null : <Callout tone="warning" icon="person" title={profile.note} />}
      <LifeAnnouncement profile={profile} />
      <LifeCard profile={profile} detail={detail} />
      {profile.token === 'none' ? null : <Reveal id={profile.id} name={profile.name} />}
      {failure === null ? null : <Callout tone="bad" title={failure.what} text={failure.next} />}
      {detail === null ? null : (
        <div className="profile-panel">
          <Tabs label={tabsLabel} tabs={panels(profile, detail)} />
        </div>
      )}
    </article>
  );
}

function panels(profile: Profile, detail: ProfileDetail) {
  return [
    { id: 'claims', label: tabNames.claims, content: <ClaimsPanel detail={detail} profile={profile} /> },
    { id: 'raw', label: tabNames.raw, content: <RawClaims claims={detail.claims} profile={profile} /> },
    { id: 'connection', label: tabNames.connection, content: <ConnectionPanel detail={detail} /> },
    { id: 'probe', label: tabNames.probe, content: <ProbePanel detail={detail} /> },
    { id: 'history', label: tabNames.history, content: <HistoryPanel profile={profile} /> },
  ];
}
