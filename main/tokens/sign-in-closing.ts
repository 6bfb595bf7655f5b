/** What the browser's last page says of how a sign-in ended. */
import { fromErrorRecord } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Closing } from '../sign-in/closing-page.ts';
import { describeError } from '../systems/explain.ts';
import type { SignInState } from './sign-ins.ts';

/** The server's own words are left out: some come with the browser, and a page must not show what an address says. */
export function closingOf(state: SignInState, profile: Profile): Closing {
  const { name } = profile;
  switch (state.kind) {
    case 'done':
      return { kind: 'signed-in', profile: name };
    case 'other-user':
      return { kind: 'other-user', profile: name };
    case 'cancelled':
      return { kind: 'over' };
    case 'failed': {
      const { code, data } = fromErrorRecord(state.error);
      if (code === 'auth.sign_in_denied') return { kind: 'denied', profile: name };
      const { description: _words, ...own } = data;
      return { kind: 'failed', profile: name, ...describeError({ code, data: own }, profile) };
    }
    case 'waiting-for-port':
    case 'waiting-for-person':
    case 'finishing':
      return { kind: 'unfinished', profile: name };
    default:
      return state satisfies never;
  }
}
