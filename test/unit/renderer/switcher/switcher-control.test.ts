import { beforeEach, describe, expect, it } from 'vitest';
import type { Destination, Toast } from '../../../../preload/replies.ts';
import type { ProfileView } from '../../../../preload/views.ts';
import { createSwitcherControl } from '../../../../renderer/switcher/switcher-control.ts';
import type { SwitcherControl } from '../../../../renderer/switcher/switcher-control.ts';
import { FakeClock } from '../../../fixtures/fake-clock.ts';
import { viewOf } from '../../../fixtures/window-states.ts';
import { FakeApi, failed, ok } from '../fake-api.ts';

const nowMs = Date.UTC(2026, 5, 1, 12);
const copied = { outcome: 'copied', remainingMs: 600_000, belowMinimum: false, clearsAtMs: nowMs + 60_000 };
const guarded = { outcome: 'production-guard', environment: 'production' };
const profile = viewOf('acme', nowMs);
const unsigned = viewOf('due', nowMs, {
  auth: 'authorization_code',
  token: 'none',
  activity: 'sign-in-needed',
  appearance: 'attention',
});

let api: FakeApi;
let done: unknown[];
let control: SwitcherControl;
let clock: FakeClock;
let profiles: readonly ProfileView[];

beforeEach(() => {
  api = new FakeApi();
  done = [];
  clock = new FakeClock();
  profiles = [profile, unsigned];
  control = inOwnWindow();
});

function inOwnWindow(tell?: (toast: Toast) => void): SwitcherControl {
  return createSwitcherControl({
    api: api.api,
    clock,
    profiles: () => profiles,
    host: {
      leave: () => done.push('left'),
      open: (destination: Destination) => done.push(destination),
      ...(tell === undefined ? {} : { tell }),
    },
  });
}

const notice = () => control.state.get().notice;

describe('the choice of a profile', () => {
  it.each(['raw', 'header', 'curl'] as const)('copies it as %s, and goes', async (choice) => {
    api.will('profiles.copy', ok(copied));
    await control.choose(profile, choice);
    expect(api.calls).toEqual([{ name: 'profiles.copy', input: { id: 'id-acme', as: choice, confirmed: false } }]);
    expect(done).toEqual(['left']);
  });

  it('opens its page in the window', async () => {
    await control.choose(profile, 'open');
    expect(done).toEqual([{ view: 'profile', id: 'id-acme' }]);
    expect(api.calls).toEqual([]);
  });

  it('stays and says so when nothing could be copied', async () => {
    api.will('profiles.copy', failed);
    await control.choose(profile, 'raw');
    expect(notice()).toMatchObject({ kind: 'told', tone: 'bad', text: 'It failed.' });
    expect(done).toEqual([]);
  });

  it('stays and says so when the token is about to expire', async () => {
    api.will('profiles.copy', ok({ ...copied, remainingMs: 20_000, belowMinimum: true }));
    await control.choose(profile, 'raw');
    expect(notice()).toMatchObject({ kind: 'told', tone: 'warning' });
    expect(done).toEqual([]);
  });

  it('leaves the words to the window that it lies in', async () => {
    const told: Toast[] = [];
    control = inOwnWindow((toast) => told.push(toast));
    api.will('profiles.copy', ok({ ...copied, remainingMs: 20_000, belowMinimum: true }));
    await control.choose(profile, 'raw');
    expect(told).toMatchObject([{ kind: 'warning' }]);
    expect(done).toEqual(['left']);
  });

  it('is not made twice while it goes on', async () => {
    api.will('profiles.copy', new Promise(() => undefined));
    void control.choose(profile, 'raw');
    await control.choose(profile, 'raw');
    expect(api.calls).toHaveLength(1);
    expect(notice()?.kind).toBe('working');
  });
});

describe('a profile that wants a sign-in', () => {
  it('is signed in to, and nothing is copied', async () => {
    await control.choose(unsigned, 'raw');
    expect(api.calls).toEqual([{ name: 'signIns.open', input: { id: 'id-due' } }]);
    expect(done).toEqual(['left']);
  });

  it('shows its code on its page', async () => {
    await control.choose({ ...unsigned, auth: 'device_code' }, 'raw');
    expect(api.calls).toEqual([{ name: 'signIns.start', input: { id: 'id-due' } }]);
    expect(done).toEqual([{ view: 'profile', id: 'id-due' }]);
  });

  it('is copied from while its token is valid', async () => {
    api.will('profiles.copy', ok(copied));
    await control.choose({ ...unsigned, token: 'valid' }, 'raw');
    expect(api.calls.map(({ name }) => name)).toEqual(['profiles.copy']);
  });

  it('says why there is no sign-in', async () => {
    api.will('signIns.open', failed);
    await control.choose(unsigned, 'raw');
    expect(notice()).toMatchObject({ kind: 'told', tone: 'bad' });
    expect(done).toEqual([]);
  });
});

describe('a guarded token', () => {
  beforeEach(async () => {
    api.will('profiles.copy', ok(guarded), ok(copied));
    await control.choose(profile, 'curl');
  });

  it('is asked about inside the switcher', () => {
    expect(notice()).toMatchObject({ kind: 'asking', choice: 'curl', reply: guarded });
    expect(done).toEqual([]);
  });

  it('is copied in the same form after a yes', async () => {
    await control.answer(true);
    expect(api.calls.at(-1)).toEqual({
      name: 'profiles.copy',
      input: { id: 'id-acme', as: 'curl', confirmed: true },
    });
    expect(done).toEqual(['left']);
  });

  it('is not asked for again after a no', async () => {
    await control.answer(false);
    expect(api.calls).toHaveLength(1);
    expect(notice()).toBeNull();
  });
});

describe('a switcher that was put away', () => {
  it('is as fresh as at first', () => {
    control.search('ac');
    control.pick('id-acme');
    control.reset();
    expect(control.state.get()).toEqual({ query: '', chosenId: null, order: null, notice: null });
  });

  it.each([
    ['a failure', failed],
    ['a question', ok(guarded)],
    ['a copy', ok(copied)],
  ])('is not changed by %s that comes later', async (_case, answer) => {
    let reply: (value: unknown) => void = () => undefined;
    api.will('profiles.copy', new Promise((resolve) => (reply = resolve)));
    const choosing = control.choose(profile, 'raw');
    control.reset();
    reply(answer);
    await choosing;
    expect(notice()).toBeNull();
    expect(done).toEqual([]);
  });
});

describe('the order of the profiles', () => {
  it('stays as it was a moment after the switcher came up', async () => {
    control.begin();
    profiles = [profile, { ...unsigned, lastUsedAtMs: nowMs }];
    await clock.advance(100);
    profiles = [{ ...profile, lastUsedAtMs: nowMs + 1 }, unsigned];
    await clock.advance(60_000);
    expect(control.state.get().order).toEqual(['id-due', 'id-acme']);
  });

  it('is not looked at for a switcher that went at once', async () => {
    control.begin();
    control.reset();
    await clock.advance(60_000);
    expect(control.state.get().order).toBeNull();
    expect(clock.pendingTimers).toBe(0);
  });
});

it('what was said goes as soon as somebody goes on', async () => {
  api.will('profiles.copy', failed);
  await control.choose(profile, 'raw');
  control.search('b');
  expect(notice()).toBeNull();
});
