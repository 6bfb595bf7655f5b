/** What a sign-in is about to do, waits for or ended with, in words. */
import type { ProfileView, SignInView } from '../../preload/views.ts';
import type { IconName } from '../components/icon-name.ts';
import { identityWords } from './identity-words.ts';

export interface SignInWords {
  readonly tone: 'still' | 'busy' | 'warning' | 'bad';
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

/** Names of the card, its fields and its buttons. */
export const signInLabels = {
  card: 'Sign-in',
  signedInAs: 'Signed in',
  waiting: 'Waiting for you,',
  address: 'Address from the browser',
  addressHelp: 'The whole text of the address bar, with everything after the question mark.',
  addressFold: 'The browser shows an error in the end, or is on another computer?',
  goOn: 'Go on',
  getCode: 'Get a code',
  signIn: 'Sign in',
  copyLink: 'Copy link',
  copyCode: 'Copy code',
  openPage: 'Open the page',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  keepOldSession: 'Keep the old session',
  refuse: 'Do not use it',
  useIt: 'Use it',
} as const;

/** Letter by letter, as it is read aloud. */
export function spelledCode(code: string): string {
  return `Code: ${code.split('').join(' ')}`;
}

/** A person signs in to get the tokens of such a profile. */
export function isSignedInTo({ auth }: Pick<ProfileView, 'auth'>): boolean {
  return auth === 'authorization_code' || auth === 'device_code';
}

export function isUnderWay(signIn: SignInView | null): boolean {
  return signIn !== null && !['done', 'failed', 'cancelled'].includes(signIn.kind);
}

/** Nothing can go on before somebody signs in. */
export function needsSignIn(profile: Pick<ProfileView, 'auth' | 'token' | 'activity'>): boolean {
  const isUntouched = profile.token === 'none' && profile.activity === 'idle';
  return isSignedInTo(profile) && (profile.activity === 'sign-in-needed' || isUntouched);
}

/** The session of this profile itself has to be begun anew: a linked one needs what its source needs. */
export function isDueSignIn({ activity, auth }: Pick<ProfileView, 'activity' | 'auth'>): boolean {
  return activity === 'sign-in-needed' && auth !== 'linked';
}

/** Before there is an attempt. */
export function offerWords({ name, auth, failure, token }: ProfileView): SignInWords {
  return {
    tone: failure === null ? 'still' : 'bad',
    icon: 'person',
    title: failure === null || token === 'none' ? `Sign in to get a token of ${name}` : failure.what,
    text:
      auth === 'device_code'
        ? 'You get a short code, and type it on the sign-in page: in the browser of this computer, or on another device.'
        : 'Your browser opens the sign-in page. For another browser or a private window, copy the link.',
  };
}

export function signInWords(signIn: SignInView): SignInWords {
  switch (signIn.kind) {
    case 'waiting-for-port':
      return {
        tone: 'busy',
        icon: 'clock',
        title: 'Another sign-in goes first',
        text: `Another Tokentray signs in at port ${signIn.port}, with which this client is registered, too. This one goes on when that has ended.`,
      };
    case 'waiting-for-person':
      return { tone: 'busy', icon: 'person', ...waitingWords(signIn) };
    case 'finishing':
      return { tone: 'busy', icon: 'refresh', title: 'Getting the token', text: 'You can close the browser’s page.' };
    case 'other-user':
      return {
        tone: 'warning',
        icon: 'person',
        title: `You signed in as ${identityWords(signIn.actual) ?? 'somebody else'}`,
        text: 'That is not whom this profile expects. Nothing was replaced yet.',
      };
    case 'failed':
      return { tone: 'bad', icon: 'alert', title: signIn.failure.what, text: signIn.failure.next };
    case 'done':
      return { tone: 'still', icon: 'check', title: 'You are signed in', text: signIn.note ?? '' };
    case 'cancelled':
      break;
  }
  return { tone: 'still', icon: 'close', title: 'The sign-in was cancelled', text: '' };
}

type Waiting = Extract<SignInView, { kind: 'waiting-for-person' }>;

function waitingWords({ finish, host, verificationUri }: Waiting): Pick<SignInWords, 'title' | 'text'> {
  if (finish === 'device') {
    return {
      title: 'Type this code on the sign-in page',
      text: `Open ${verificationUri ?? host} on this computer or another device, and compare: the page must show or ask for this code.`,
    };
  }
  if (finish === 'paste') {
    return {
      title: 'Sign in, then paste the address here',
      text: `Sign in at ${host}. At the end the browser goes to an address that only you can bring here, and may find no page there: that is as it should be.`,
    };
  }
  return {
    title: 'Finish in your browser',
    text: `Sign in at ${host}. Tokentray goes on by itself when you are done.`,
  };
}
