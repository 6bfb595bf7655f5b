/** Stands where the claims would, and says why there are none. */
import type { ProfileView } from '../../../preload/views.ts';
import { Callout } from '../../components/callout.tsx';
import { noClaimsWords } from '../../words/no-claims-words.ts';

export function NoClaims({ profile }: { readonly profile: Pick<ProfileView, 'auth' | 'token' | 'activity'> }) {
  return <Callout tone="still" {...noClaimsWords(profile)} />;
}
