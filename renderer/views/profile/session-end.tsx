/** When the person has to sign in again, as far as the session tells. */
import type { ProfileDetail } from '../../../preload/views.ts';
import { sessionParts } from '../../words/profile-words.ts';
import { Moment } from './moment.tsx';

export function SessionEnd({ session }: { readonly session: NonNullable<ProfileDetail['session']> }) {
  const { obtainedAtMs, endsAtMs } = session;
  if (endsAtMs === null) {
    return (
      <>
        {sessionParts.renewed} <Moment atMs={obtainedAtMs} />; {sessionParts.endsUnknown}
      </>
    );
  }
  return (
    <>
      {sessionParts.ends} <Moment atMs={endsAtMs} />
    </>
  );
}
