/** Why there is nothing to read in a token. */
import type { ProfileView } from '../../preload/views.ts';
import { needsSignIn } from './sign-in-words.ts';

export interface NoClaimsWords {
  readonly title: string;
  readonly text: string;
}

/** Of a profile whose token shows no claims. */
export function noClaimsWords(profile: Pick<ProfileView, 'auth' | 'token' | 'activity'>): NoClaimsWords {
  if (profile.token === 'none') {
    const text = needsSignIn(profile) ? 'Sign in to get one.' : 'Refresh to get one.';
    return { title: 'There is no token yet', text };
  }
  if (profile.auth === 'api_key') {
    return {
      title: 'An API key says nothing about itself',
      text: 'Only the server that issued it knows what it may do, and when it ends.',
    };
  }
  return {
    title: 'This token says nothing about itself',
    text: 'It is opaque: only the server that issued it knows what is in it. Probe tells whether the API takes it.',
  };
}
