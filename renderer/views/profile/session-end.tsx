/** When the person has to sign in again, as far as the session tells. */
import type { ProfileDetail } from '../../../preload/views.ts';
import { Moment } from './moment.tsx';

export function SessionEnd({ session }: { readonly session: NonNullable<ProfileDetail['session']> }) {
  const { obtainedAtMs, endsAtMs } = session;
  if (endsAtMs === null) {
    return (
      <>
        Renewed <Moment atMs={obtainedAtMs} />; it does not say when it ends
      </>
    );
  }
  return (
    <>
      Ends <Moment atMs={endsAtMs} />
    </>
  );
}
