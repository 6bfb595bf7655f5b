import { describe, expect, it } from 'vitest';
import { doneWords, otherUserWords, waitingLines } from '../../../main/cli/sign-in-words.ts';
import type { WaitingView } from '../../../main/cli/sign-in-words.ts';
import type { SignInState } from '../../../main/tokens/sign-ins.ts';
import { waitingForCode, waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';

type Waiting = Extract<SignInState, { kind: 'waiting-for-person' }>;

const nowMs = 1_800_000_000_000;

const said = (state: SignInState, over: Partial<WaitingView> = {}) =>
  waitingLines(state as Waiting, { name: 'jane', opened: false, pasteHere: true, nowMs, ...over }).join('\n');

describe('what login says while it waits', () => {
  it('never is the address itself, which stands on a line of its own', () => {
    expect(said(waitingInBrowser) + said(waitingInBrowser, { opened: true })).not.toContain('https://');
  });

  it('tells where an address that the browser cannot reach is pasted', () => {
    expect(said(waitingInBrowser)).toContain('paste it here');
    expect(said(waitingInBrowser, { pasteHere: false })).toContain('standard input');
  });

  it('tells the address to look out for where pasting is the only way', () => {
    const redirectUri = 'https://app.example.com/oauth/redirect';
    expect(said({ ...(waitingInBrowser as Waiting), finish: 'paste', redirectUri })).toContain(redirectUri);
  });

  it('RFC 8628 section 3.3.1: tells the code and the short address beside the complete one', () => {
    expect(said(waitingForCode)).toMatch(/WDJB-MJHT\. .*https:\/\/id\.example\.com\/device\./);
  });

  it('asks nobody to paste anything for a device', () => {
    expect(said(waitingForCode)).not.toContain('paste');
  });
});

describe('what login says at the end', () => {
  const ends = nowMs + 600_000;

  it.each([
    [{ user: 'jane.admin', org: 'acme' }, null, 'Signed in to jane as jane.admin (org acme).'],
    [{ user: 'jane.admin' }, null, 'Signed in to jane as jane.admin.'],
    [{ org: 'acme' }, null, 'Signed in to jane (org acme).'],
    [{}, null, 'Signed in to jane.'],
    [{}, ends, expect.stringMatching(/^Signed in to jane\. The session ends \d.*\.$/)],
  ])('for %j and a session until %j', (identity, endsAtMs, words) => {
    expect(doneWords('jane', identity, endsAtMs, nowMs)).toEqual(words);
  });
});

describe('another user than the profile expects', () => {
  it.each([
    [{ user: 'jane' }, { user: 'joe' }, 'This sign-in is for joe, and the profile expects jane.'],
    [{ org: 'acme' }, { org: 'beta' }, 'This sign-in is for org beta, and the profile expects org acme.'],
    [{ user: 'jane' }, {}, 'This sign-in is for nobody that the token names, and the profile expects jane.'],
  ])('is named beside that one: %j, %j', (expected, actual, words) => {
    expect(otherUserWords({ kind: 'other-user', expected, actual })).toBe(words);
  });
});
