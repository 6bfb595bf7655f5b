import { describe, expect, it } from 'vitest';
import { stateWords } from '../../../renderer/words/state-words.ts';
import { isUnderWay, needsSignIn, offerWords, signInWords } from '../../../renderer/words/sign-in-words.ts';
import { everySignIn, signInViewOf, viewOf } from '../../fixtures/window-states.ts';

const signIns = everySignIn(0).flatMap(([name, signIn]) => (signIn === null ? [] : [{ name, signIn }]));

describe('a sign-in', () => {
  it.each(signIns)('$name is told in a title and a sentence', ({ signIn }) => {
    const { title, text } = signInWords(signIn);
    expect(title).not.toBe('');
    expect(text).toMatch(/\.$/);
  });

  it('shows the code’s own address, and not the page’s', () => {
    const device = signIns.find(({ name }) => name === 'with a code')?.signIn;
    expect(device && signInWords(device).text).toContain('https://id.example.com/device');
  });

  it('is under way until it has ended', () => {
    expect(signIns.filter(({ signIn }) => !isUnderWay(signIn)).map(({ name }) => name)).toEqual(['that failed']);
    expect(isUnderWay(null)).toBe(false);
  });
});

describe('what a profile needs', () => {
  it('is a person when its session is over, and before the first one', () => {
    expect(needsSignIn(signInViewOf('acme', 0, null))).toBe(true);
    expect(needsSignIn({ auth: 'device_code', token: 'none', activity: 'idle' })).toBe(true);
  });

  it('is none while it has a token, or is had from elsewhere', () => {
    expect(needsSignIn({ auth: 'authorization_code', token: 'valid', activity: 'idle' })).toBe(false);
    expect(needsSignIn({ auth: 'linked', token: 'none', activity: 'sign-in-needed' })).toBe(false);
    expect(needsSignIn({ auth: 'client_credentials', token: 'none', activity: 'idle' })).toBe(false);
  });

  it('is offered in the words of its way', () => {
    const profile = signInViewOf('acme', 0, null);
    expect(offerWords(profile).text).toMatch(/browser opens/);
    expect(offerWords({ ...profile, auth: 'device_code' }).text).toMatch(/short code/);
  });
});

describe('the state of a profile', () => {
  it('is the sign-in while one is under way', () => {
    const [first] = signIns;
    expect(stateWords(signInViewOf('acme', 0, first?.signIn ?? null)).text).toBe('Signing in');
  });

  it('is of an API key what is not known of it', () => {
    const key = viewOf('key', 0, { auth: 'api_key', token: 'valid-expiry-unknown', expiresAtMs: null });
    expect(stateWords(key).text).toBe('No expiry known');
    expect(stateWords({ ...key, auth: 'client_credentials' }).text).toBe('Valid, expiry unknown');
  });
});
