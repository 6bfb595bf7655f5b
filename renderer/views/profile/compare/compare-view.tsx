/** Two tokens side by side: why a call works with the one and not with the other. */
import './compare-view.css';
import { useCallback } from 'react';
import type { ProfileView } from '../../../../preload/views.ts';
import { Callout } from '../../../components/callout.tsx';
import { Page } from '../../../components/page.tsx';
import { useProfile, useWindowState } from '../../../state/use-store.ts';
import { compareTitle } from '../../../words/compare-words.ts';
import { profileGone } from '../../../words/profile-words.ts';
import { Comparison } from './comparison.tsx';
import { OtherProfile } from './other-profile.tsx';

/** Mount it with the id as its key; `otherId` may change. */
export function CompareView({ id, otherId }: { readonly id: string; readonly otherId?: string }) {
  const here = useProfile(id);
  const there = useWindowState(
    useCallback(
      ({ profiles }) => (otherId === undefined || otherId === id ? undefined : profiles.get(otherId)),
      [otherId, id],
    ),
  );
  if (here === undefined) return <Callout tone="still" {...profileGone} />;
  return (
    <Page title={compareTitle(titleOf(here))}>
      <OtherProfile here={here} there={there} />
      {there === undefined ? null : <Comparison key={there.id} here={here} there={there} />}
    </Page>
  );
}

function titleOf({ label, name }: ProfileView): string {
  return label ?? name;
}
