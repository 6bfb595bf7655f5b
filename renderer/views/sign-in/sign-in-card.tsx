/** On a profile's page: what a person has to do so that its tokens can be had, while there is something to do. */
import './sign-in.css';
import type { ProfileView, SignInView } from '../../../preload/views.ts';
import { IdentityComparison } from '../../components/identity-comparison.tsx';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import { isUnderWay, needsSignIn, offerWords, signInLabels, signInWords } from '../../words/sign-in-words.ts';
import { DeviceCode } from './device-code.tsx';
import { PasteAddress } from './paste-address.tsx';
import { SignInButtons } from './sign-in-buttons.tsx';
import { TimeLeft } from './time-left.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export function SignInCard({ profile }: { readonly profile: ProfileView }) {
  const signIn = useShownSignIn(profile);
  const card = useKeptFocus();
  if (signIn === null && !needsSignIn(profile)) return null;
  const { tone, icon, title, text } = signIn === null ? offerWords(profile) : signInWords(signIn);
  return (
    <section ref={card} className="sign-in" data-tone={tone} aria-label={signInLabels.card}>
      <span className="sign-in-mark">
        <Icon name={icon} />
      </span>
      <div className="sign-in-content">
        <div role="status">
          <p className="sign-in-title">{title}</p>
          {text === '' ? null : <p className="sign-in-text">{text}</p>}
        </div>
        {signIn === null ? null : <SignInDetail profileId={profile.id} signIn={signIn} />}
        <SignInButtons profile={profile} signIn={signIn} />
      </div>
    </section>
  );
}

/** The attempt that is under way, or that failed and was not read yet. */
function useShownSignIn({ signIn }: ProfileView): SignInView | null {
  const dismissed = useSelected(useApp().signIn.dismissed, (ids) => ids);
  if (isUnderWay(signIn)) return signIn;
  return signIn?.kind === 'failed' && !dismissed.has(signIn.id) ? signIn : null;
}

function SignInDetail({ profileId, signIn }: { readonly profileId: string; readonly signIn: SignInView }) {
  if (signIn.kind === 'other-user') {
    return (
      <IdentityComparison expected={signIn.expected} actual={signIn.actual} actualTitle={signInLabels.signedInAs} />
    );
  }
  if (signIn.kind !== 'waiting-for-person') return null;
  const { finish, userCode, redirectUri, expiresAtMs } = signIn;
  return (
    <>
      {userCode === null ? null : <DeviceCode code={userCode} />}
      {finish === 'device' ? null : (
        <PasteAddress key={signIn.id} profileId={profileId} redirectUri={redirectUri} isOnlyWay={finish === 'paste'} />
      )}
      <TimeLeft untilMs={expiresAtMs} />
    </>
  );
}
