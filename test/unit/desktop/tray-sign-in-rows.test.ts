import { describe, expect, it } from 'vitest';
import type { MenuRow } from '../../../main/desktop/menu-model.ts';
import { sessionEnd, sessionRows, signInRows } from '../../../main/desktop/tray-sign-in-rows.ts';
import { timeWords } from '../../../main/desktop/tray-words.ts';
import type { WatchedProfile } from '../../../main/desktop/watched-profiles.ts';
import type { SignInState } from '../../../main/tokens/sign-ins.ts';
import { waitingForCode, waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { signedIn, signInNeeded, watchedProfile } from '../../fixtures/watched-profile.ts';

const due = watchedProfile('acme', { ...signedIn, ...signInNeeded });
const signed = watchedProfile('acme', signedIn);
const during = (signIn: SignInState): WatchedProfile => ({ ...due, signIn });

function labels(rows: readonly MenuRow[]): readonly string[] {
  return rows.map((row) => (row.kind === 'separator' ? '-' : row.label));
}

function actionOf(rows: readonly MenuRow[], label: string): unknown {
  const row = rows.find((each) => each.kind === 'action' && each.label === label);
  return row?.kind === 'action' ? row.action : undefined;
}

describe('a profile whose session ended', () => {
  it('begins with signing in, and the link for another browser', () => {
    const rows = signInRows(due);
    expect(labels(rows)).toEqual(['Sign in…', 'Copy sign-in link', '-']);
    expect(actionOf(rows, 'Sign in…')).toEqual({ do: 'sign-in', ids: ['id-acme'] });
    expect(actionOf(rows, 'Copy sign-in link')).toEqual({ do: 'copy-sign-in-link', id: 'id-acme' });
  });

  it('that another profile uses is signed in to from that one, by its name', () => {
    const linked = watchedProfile('nerm', { auth: 'linked', linkedTo: 'acme', ...signInNeeded });
    const rows = signInRows({ ...linked, session: due.status });
    expect(labels(rows)[0]).toBe('Sign in to acme…');
    expect(actionOf(rows, 'Sign in to acme…')).toEqual({ do: 'sign-in', ids: ['id-acme'] });
  });
});

describe('a profile that nobody has to sign in to', () => {
  it.each([
    ['while its session lives', signed],
    ['where no one ever signs in', watchedProfile('acme', signInNeeded)],
  ])('has no such rows %s', (_when, profile) => {
    expect(signInRows(profile)).toEqual([]);
  });
});

describe('a sign-in that is under way', () => {
  it('can be cancelled, and its page and link are still there', () => {
    const rows = signInRows(during(waitingInBrowser));
    expect(labels(rows)).toEqual(['Open the sign-in page', 'Copy sign-in link', 'Cancel sign-in', '-']);
    expect(actionOf(rows, 'Cancel sign-in')).toEqual({ do: 'cancel-sign-in', id: 'id-acme' });
  });

  it('shows the code of a device, also beside the complete address (RFC 8628 section 3.3.1)', () => {
    expect(labels(signInRows(during(waitingForCode)))[0]).toBe('Code: WDJB-MJHT');
  });

  it('leads to the window for an address that must be pasted', () => {
    const rows = signInRows(during({ ...waitingInBrowser, finish: 'paste' } as SignInState));
    expect(actionOf(rows, 'Paste the address that it ends at…')).toMatchObject({ do: 'open' });
  });

  it('leads to the window when somebody else signed in', () => {
    const rows = signInRows(during({ kind: 'other-user', expected: { user: 'jane' }, actual: { user: 'joe' } }));
    expect(labels(rows)).toEqual(['Somebody else signed in…', 'Cancel sign-in', '-']);
    expect(actionOf(rows, 'Somebody else signed in…')).toMatchObject({ destination: { view: 'profile' } });
  });

  it.each([
    [{ kind: 'waiting-for-port', port: 8080 }, 'Waits for another sign-in on port 8080'],
    [{ kind: 'finishing' }, 'Finishing the sign-in'],
  ] as const)('says %o, and can be cancelled', (state, words) => {
    expect(labels(signInRows(during(state)))).toEqual([words, 'Cancel sign-in', '-']);
  });

  it('can be cancelled although the session still lives', () => {
    expect(labels(signInRows({ ...signed, signIn: waitingInBrowser }))).toContain('Cancel sign-in');
  });
});

describe('signing out', () => {
  it('is offered beside signing in again while there is a session', () => {
    expect(labels(sessionRows(signed))).toEqual(['Sign in again…', 'Sign out…']);
  });

  it('is offered alone when signing in is offered above', () => {
    expect(labels(sessionRows(due))).toEqual(['Sign out…']);
  });

  it.each([
    ['before the first sign-in', watchedProfile('acme', { ...signedIn, ...signInNeeded, token: 'none' })],
    ['where no one ever signs in', watchedProfile('acme')],
    ['of a profile that uses the session of another', { ...watchedProfile('nerm'), session: signed.status }],
  ])('is not offered %s', (_when, profile) => {
    expect(sessionRows(profile)).toEqual([]);
  });
});

describe('the end of the session', () => {
  const now = { nowMs: statusNowMs, locale: 'de' };
  const ends = (inMs: number | null, over = {}) =>
    sessionEnd(
      watchedProfile('acme', { ...signedIn, sessionEndsAtMs: inMs === null ? null : statusNowMs + inMs, ...over }),
      now,
    );

  it('is told while it is ahead', () => {
    expect(ends(3_600_000)).toBe(`session ends ${timeWords(statusNowMs + 3_600_000, now)}`);
  });

  it('is not told when nobody knows it, when it is over, and when a new session is needed', () => {
    expect([ends(null), ends(-1), ends(3_600_000, signInNeeded)]).toEqual([undefined, undefined, undefined]);
  });
});
