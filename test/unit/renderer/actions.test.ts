import { beforeEach, describe, expect, it } from 'vitest';
import { createActions } from '../../../renderer/state/actions.ts';
import type { Actions } from '../../../renderer/state/actions.ts';
import { createNavigation } from '../../../renderer/state/navigation.ts';
import type { Navigation } from '../../../renderer/state/navigation.ts';
import { createStore } from '../../../renderer/state/store.ts';
import type { ToastRequest } from '../../../renderer/state/toast-request.ts';
import { loaded } from '../../../renderer/state/window-state.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { failed, FakeApi, ok } from './fake-api.ts';

const wish = { id: 'id-acme', as: 'raw', what: 'Token' } as const;
const copied = ok({ outcome: 'copied', remainingMs: 600_000, belowMinimum: false, clearsAtMs: null });
const somebodyElse = ok({ outcome: 'unexpected-identity', expected: { user: 'jane' }, actual: { user: 'john' } });

let clock: FakeClock;
let fake: FakeApi;
let navigation: Navigation;
let toasts: ToastRequest[];
let actions: Actions;

beforeEach(() => {
  clock = new FakeClock();
  fake = new FakeApi();
  navigation = createNavigation();
  toasts = [];
  const state = createStore(loaded(scriptWith(clock.now(), [viewOf('acme', clock.now())]).state));
  actions = createActions({
    api: fake.api,
    state,
    navigation,
    clock,
    toasts: { show: (toast) => void toasts.push(toast) },
  });
});

const calls = (name: string) => fake.calls.filter((call) => call.name === name);

describe('copying', () => {
  it('confirms what was copied', async () => {
    fake.will('profiles.copy', copied);
    await actions.copy(wish);
    expect(toasts).toMatchObject([{ kind: 'done', text: 'Token of acme copied' }]);
  });

  it('shows its check mark for a moment only', async () => {
    fake.will('profiles.copy', copied);
    await actions.copy(wish);
    const during = actions.justCopied.get();
    await clock.advance(5_000);
    expect([during?.id, actions.justCopied.get()]).toEqual(['id-acme', null]);
  });

  it('keeps the check mark of the newer copy for its whole time', async () => {
    fake.will('profiles.copy', copied);
    await actions.copy(wish);
    await clock.advance(1_500);
    await actions.copy(wish);
    await clock.advance(1_500);
    expect(actions.justCopied.get()?.id).toBe('id-acme');
  });

  it('asks before it hands over the token of somebody else', async () => {
    fake.will('profiles.copy', somebodyElse);
    await actions.copy(wish);
    expect([actions.question.get()?.reply, toasts.length]).toEqual([somebodyElse.value, 0]);
  });

  it('copies nothing when the person declines', async () => {
    fake.will('profiles.copy', somebodyElse);
    await actions.copy(wish);
    await actions.answer(false);
    expect(calls('profiles.copy')).toHaveLength(1);
  });

  it('copies the same form once it is confirmed', async () => {
    fake.will('profiles.copy', somebodyElse, copied);
    await actions.copy({ ...wish, as: 'curl', literal: true });
    await actions.answer(true);
    expect(calls('profiles.copy').at(-1)?.input).toEqual({ id: 'id-acme', as: 'curl', literal: true, confirmed: true });
  });

  it('says what to do when it fails', async () => {
    fake.will('profiles.copy', failed);
    await actions.copy(wish);
    expect(toasts).toMatchObject([{ kind: 'failed', text: 'It failed.', detail: 'Try again.' }]);
  });
});

describe('deleting', () => {
  beforeEach(() => {
    fake.will('profiles.remove', ok({ undoUntilMs: clock.now() + 10_000, isSignedOut: false, warning: null }));
    navigation.go({ view: 'profile', id: 'id-acme' });
  });

  it('leaves the page, and offers to undo it for as long as main allows', async () => {
    await actions.remove('id-acme');
    expect([navigation.get().view, toasts[0]?.action?.label, toasts[0]?.lastsMs]).toEqual(['list', 'Undo', 10_000]);
  });

  it('says what the server could not be told', async () => {
    const warning = 'The server could not be told.';
    fake.will('profiles.remove', ok({ undoUntilMs: clock.now() + 10_000, isSignedOut: false, warning }));
    await actions.remove('id-acme');
    expect(toasts).toMatchObject([{ detail: warning, action: { label: 'Undo' } }]);
  });

  it('brings the profile back when it is undone', async () => {
    await actions.remove('id-acme');
    toasts[0]?.action?.run();
    await clock.advance(0);
    expect([calls('profiles.restore').length, navigation.get()]).toEqual([1, { view: 'profile', id: 'id-acme' }]);
  });

  it('stays on the page when it fails', async () => {
    fake.will('profiles.remove', failed);
    await actions.remove('id-acme');
    expect(navigation.get().view).toBe('profile');
  });
});

describe('the other things to do', () => {
  it.each([
    ['refresh', 'profiles.refresh', () => actions.refresh('id-acme')],
    ['make default', 'profiles.makeDefault', () => actions.makeDefault('id-acme')],
    ['start the demo', 'app.startDemo', () => actions.startDemo()],
  ] as const)('%s says what went wrong', async (_, call, run) => {
    fake.will(call, failed);
    await run();
    expect(toasts.map(({ kind }) => kind)).toEqual(['failed']);
  });

  it.each([
    ['refresh', () => actions.refresh('id-acme')],
    ['make default', () => actions.makeDefault('id-acme')],
    ['start the demo', () => actions.startDemo()],
  ])('%s says that it is done', async (_, run) => {
    await run();
    expect(toasts.map(({ kind }) => kind)).toEqual(['done']);
  });
});
