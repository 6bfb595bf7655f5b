import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { signInCalls } from '../../../main/ipc/sign-in-calls.ts';
import type { ProfileStatus } from '../../../main/tokens/status.ts';
import { FakeSignIns, waitingForCode } from '../../fixtures/fake-sign-ins.ts';
import { profileStatusOf } from '../../fixtures/profile-status.ts';

const id = 'id-acme';

let signIns: FakeSignIns;
let rows: readonly ProfileStatus[];
/** What the desktop was asked for. */
let asked: unknown[];
let calls: ReturnType<typeof signInCalls>;
beforeEach(() => {
  signIns = new FakeSignIns();
  rows = [];
  asked = [];
  calls = signInCalls(
    { signIns, status: () => rows },
    {
      openSignIn: async (profileId) => void asked.push(['open', profileId]),
      copySignInLink: async (profileId) => void asked.push(['copy', profileId]),
      copyText: async (text) => void asked.push(['text', text]),
      signInToAll: (ids) => void asked.push(['all', ids]),
      stopSigningIn: () => void asked.push(['stop']),
    },
  );
});

const codeOf = (work: unknown) =>
  Promise.resolve(work).then(
    () => undefined,
    (error: TokentrayError) => error.code,
  );

describe('starting a sign-in', () => {
  it('opens no browser', async () => {
    await calls['signIns.start']({ id });
    expect(signIns.last.profileId).toBe(id);
    expect(asked).toEqual([]);
  });

  it('and copying its link open no browser', async () => {
    await calls['signIns.copyLink']({ id });
    expect(asked).toEqual([['copy', id]]);
  });
});

describe('the code of a device sign-in', () => {
  it('is copied', async () => {
    signIns.begin = waitingForCode;
    await calls['signIns.start']({ id });
    await calls['signIns.copyCode']({ id });
    expect(asked).toEqual([['text', 'WDJB-MJHT']]);
  });
});

describe('what a person answers', () => {
  it('is given to the attempt that is under way', async () => {
    await calls['signIns.start']({ id });
    await calls['signIns.paste']({ id, url: ' http://localhost:8080/myApp/code?code=1\n' });
    expect(signIns.last.pasted).toEqual(['http://localhost:8080/myApp/code?code=1']);
    await calls['signIns.accept']({ id });
    expect(signIns.last.accepted).toBe(1);
  });

  it('is refused when there is none', async () => {
    expect(await codeOf(calls['signIns.paste']({ id, url: 'http://localhost/?code=1' }))).toBe('auth.sign_in_invalid');
  });

  it('is refused after its end', async () => {
    await calls['signIns.start']({ id });
    signIns.last.become({ kind: 'cancelled' });
    expect(await codeOf(calls['signIns.accept']({ id }))).toBe('auth.sign_in_invalid');
    expect(signIns.last.accepted).toBe(0);
  });

  it('fails as pasting fails, and the attempt goes on', async () => {
    await calls['signIns.start']({ id });
    signIns.last.pasteFailure = new TokentrayError('auth.sign_in_invalid');
    expect(await codeOf(calls['signIns.paste']({ id, url: 'http://localhost/?state=2' }))).toBe('auth.sign_in_invalid');
    expect(signIns.last.state().kind).toBe('waiting-for-person');
  });
});

describe('cancelling', () => {
  it('ends the attempt', async () => {
    await calls['signIns.start']({ id });
    await calls['signIns.cancel']({ id });
    expect(signIns.last.state()).toEqual({ kind: 'cancelled' });
  });

  it('does nothing when there is none', () => {
    expect(calls['signIns.cancel']({ id })).toBe(null);
  });
});

describe('signing in to all', () => {
  it('takes those that need it; a link has nothing of its own to sign in to', async () => {
    const due = { activity: 'sign-in-needed' } as const;
    rows = [
      profileStatusOf('acme', due),
      profileStatusOf('beta'),
      profileStatusOf('gamma', { activity: 'stopped' }),
      profileStatusOf('linked', { ...due, system: 'nerm', auth: 'linked', linkedTo: 'acme' }),
      profileStatusOf('zeta', due),
    ];
    await calls['signIns.openAll'](undefined);
    expect(asked).toEqual([['all', ['id-acme', 'id-zeta']]]);
  });

  it('to chosen profiles takes those of them that need it', async () => {
    const due = { activity: 'sign-in-needed' } as const;
    rows = [profileStatusOf('acme', due), profileStatusOf('beta'), profileStatusOf('zeta', due)];
    await calls['signIns.openAll']({ ids: ['id-acme', 'id-beta'] });
    expect(asked).toEqual([['all', ['id-acme']]]);
  });

  it('can be stopped', async () => {
    await calls['signIns.stopAll'](undefined);
    expect(asked).toEqual([['stop']]);
  });
});
