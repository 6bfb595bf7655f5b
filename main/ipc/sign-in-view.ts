/** A sign-in as the window shows it: never the address that is opened, and failures in words. */
import type { IdentityView, SignInStateView, SignInView } from '../../preload/views.ts';
import type { Profile } from '../profiles/profile.ts';
import type { SignIn, SignInState } from '../tokens/sign-ins.ts';
import { storedFailure } from './failure.ts';

export function signInView(signIn: Pick<SignIn, 'id' | 'state'>, profile: Profile | undefined): SignInView {
  return { id: signIn.id, ...shownState(signIn.state(), profile) };
}

function shownState(state: SignInState, profile: Profile | undefined): SignInStateView {
  switch (state.kind) {
    case 'waiting-for-person':
      return {
        kind: state.kind,
        host: URL.parse(state.url)?.host ?? '',
        finish: state.finish,
        redirectUri: state.redirectUri ?? null,
        userCode: state.userCode ?? null,
        verificationUri: state.verificationUri ?? null,
        expiresAtMs: state.expiresAtMs,
      };
    case 'other-user':
      return { kind: state.kind, expected: identityView(state.expected), actual: identityView(state.actual) };
    case 'done':
      return { kind: state.kind, note: state.note ?? null };
    case 'failed':
      return { kind: state.kind, failure: storedFailure(state.error, profile) };
    case 'waiting-for-port':
      return { kind: state.kind, port: state.port };
    case 'finishing':
    case 'cancelled':
      break;
  }
  return { kind: state.kind };
}

/** Nothing else that a state may carry. */
export function identityView({ user, org }: IdentityView): IdentityView {
  return { ...(user === undefined ? {} : { user }), ...(org === undefined ? {} : { org }) };
}
