/** Calls about signing in: beginning it, its page in the browser, and what the person answers. */
import { TokentrayError } from '../errors.ts';
import { hasEnded } from '../tokens/sign-ins.ts';
import type { SignIn } from '../tokens/sign-ins.ts';
import type { CallsOf } from './answer.ts';
import type { CallPorts, Desktop } from './ports.ts';

type SignInDesktop = Pick<Desktop, 'openSignIn' | 'copySignInLink' | 'copyText' | 'signInToAll' | 'stopSigningIn'>;

/** Only `signIns.open` and `signIns.openAll` open a browser. */
export function signInCalls(
  { signIns, status }: Pick<CallPorts, 'signIns' | 'status'>,
  desktop: SignInDesktop,
): CallsOf<'signIns'> {
  return {
    async 'signIns.start'({ id }) {
      await signIns.start(id);
      return null;
    },
    async 'signIns.open'({ id }) {
      await desktop.openSignIn(id);
      return null;
    },
    async 'signIns.copyLink'({ id }) {
      await desktop.copySignInLink(id);
      return null;
    },
    async 'signIns.copyCode'({ id }) {
      const state = underWay(signIns, id).state();
      if (state.kind === 'waiting-for-person' && state.userCode !== undefined) await desktop.copyText(state.userCode);
      return null;
    },
    'signIns.openAll'(chosen) {
      // A linked profile needs what its source needs, and has no sign-in of its own.
      const due = status().filter(({ activity, auth }) => activity === 'sign-in-needed' && auth !== 'linked');
      const ids = due.map(({ id }) => id).filter((id) => chosen?.ids?.includes(id) ?? true);
      desktop.signInToAll(ids);
      return null;
    },
    'signIns.stopAll'() {
      desktop.stopSigningIn();
      return null;
    },
    async 'signIns.paste'({ id, url }) {
      await underWay(signIns, id).paste(url.trim());
      return null;
    },
    async 'signIns.accept'({ id }) {
      await underWay(signIns, id).accept();
      return null;
    },
    'signIns.cancel'({ id }) {
      signIns.of(id)?.cancel();
      return null;
    },
  };
}

function underWay(signIns: CallPorts['signIns'], profileId: string): SignIn {
  const signIn = signIns.of(profileId);
  if (signIn !== undefined && !hasEnded(signIn.state())) return signIn;
  throw new TokentrayError('auth.sign_in_invalid', { data: { detail: 'the sign-in is over' } });
}
