/** The head of a profile's page: its name, and what can be done with it. */
import './profile-head.css';
import { useState } from 'react';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../../components/menu.tsx';
import { EnvironmentTag, Tag } from '../../components/tag.tsx';
import { useApp } from '../../state/app-context.ts';
import { compareAction } from '../../words/compare-words.ts';
import { headWords as words } from '../../words/profile-words.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';
import { CopyButtons } from './copy-buttons.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

export interface ProfileHeadProps {
  readonly profile: ProfileView;
  readonly detail: ProfileDetail | null;
  /** Id of the element that names the page. */
  readonly titleId: string;
}

export function ProfileHead({ profile, detail, titleId }: ProfileHeadProps) {
  const { actions } = useApp();
  const { id, name, label, environment, isDefault, systemLabel, activity, auth } = profile;
  return (
    <header className="profile-head">
      <div className="profile-titles">
        <div className="profile-title-line">
          <h1 className="profile-title" id={titleId} tabIndex={-1}>
            {label ?? name}
          </h1>
          <EnvironmentTag environment={environment} />
          {isDefault ? <Tag>{words.isDefault}</Tag> : null}
        </div>
        <p className="profile-subtitle">{label === undefined ? systemLabel : `${systemLabel} · ${name}`}</p>
      </div>
      <div className="profile-actions">
        <CopyButtons profile={profile} kinds={detail?.copyKinds ?? []} />
        {auth === 'api_key' || needsSignIn(profile) ? null : (
          <Button icon="refresh" isBusy={activity === 'refreshing'} onClick={() => void actions.refresh(id)}>
            {words.refresh}
          </Button>
        )}
        <MoreMenu profile={profile} detail={detail} />
      </div>
    </header>
  );
}

function MoreMenu({ profile, detail }: Pick<ProfileHeadProps, 'profile' | 'detail'>) {
  const { actions, navigation, signIn } = useApp();
  const [asksToSignOut, setAsking] = useState(false);
  const { id, isDefault, auth } = profile;
  const hasSession = detail?.session !== null && detail !== null;
  return (
    <>
      <Menu trigger={<IconButton kind="secondary" icon="more" label={words.more} />}>
        <MenuItem icon="edit" label={words.edit} onSelect={() => navigation.go({ view: 'edit', id })} />
        <MenuItem icon="compare" label={compareAction} onSelect={() => navigation.go({ view: 'compare', id })} />
        <MenuItem
          icon="star"
          label={words.makeDefault}
          disabled={isDefault}
          onSelect={() => void actions.makeDefault(id)}
        />
        {hasSession ? (
          <>
            <MenuLine />
            <MenuItem
              icon="person"
              label={words.signInAgain}
              onSelect={() => void (auth === 'device_code' ? signIn.start(id) : signIn.open(id))}
            />
            <MenuItem icon="quit" label={words.signOut} onSelect={() => setAsking(true)} />
          </>
        ) : null}
        <MenuLine />
        <MenuItem icon="trash" kind="danger" label={words.remove} onSelect={() => void actions.remove(id)} />
      </Menu>
      <SignOutDialog
        profile={profile}
        isOpen={asksToSignOut}
        onClose={() => setAsking(false)}
        canRevoke={detail?.canRevoke === true}
      />
    </>
  );
}
