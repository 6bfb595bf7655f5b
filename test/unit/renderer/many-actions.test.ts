import { beforeEach, describe, expect, it } from 'vitest';
import { createListViewStore } from '../../../renderer/state/list-view-store.ts';
import { createManyActions } from '../../../renderer/state/many-actions.ts';
import type { ManyActions } from '../../../renderer/state/many-actions.ts';
import { createStore } from '../../../renderer/state/store.ts';
import type { ToastRequest } from '../../../renderer/state/toast-request.ts';
import { emptyState, loaded } from '../../../renderer/state/window-state.ts';
import { plainListView, scriptWith } from '../../fixtures/window-states.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeApi, failed, ok } from './fake-api.ts';

let api: FakeApi;
let toasts: ToastRequest[];
let many: ManyActions;
const clock = new FakeClock();
const failure = { code: 'auth.refused', what: 'It was refused.', next: 'Enter it again.' };

beforeEach(() => {
  api = new FakeApi();
  toasts = [];
  many = createManyActions({ api: api.api, toasts: { show: (toast) => void toasts.push(toast) }, clock });
});

describe('refreshing several profiles', () => {
  it('says how many have a fresh token', async () => {
    api.will('profiles.refreshMany', ok({ doneIds: ['a', 'b'], failed: [] }));
    await many.refresh(['a', 'b']);
    expect(toasts).toMatchObject([{ kind: 'done', text: '2 profiles have a fresh token' }]);
  });

  it('says how many failed, and why the first of them did', async () => {
    api.will('profiles.refreshMany', ok({ doneIds: ['a'], failed: [{ id: 'b', failure }] }));
    await many.refresh(['a', 'b']);
    expect(toasts).toMatchObject([
      {
        kind: 'failed',
        text: '1 profile has a fresh token, 1 could not be refreshed',
        detail: 'It was refused. Enter it again.',
      },
    ]);
  });

  it('goes on until the last has answered, also when all fails', async () => {
    api.will('profiles.refreshMany', failed);
    const refreshing = many.refresh(['a']);
    expect(many.isRefreshing.get()).toBe(true);
    await refreshing;
    expect(many.isRefreshing.get()).toBe(false);
  });
});

describe('removing several profiles', () => {
  const removed = { doneIds: ['a', 'b'], failed: [], undoUntilMs: clock.now() + 10_000, signedOut: 1, warnings: [] };

  it('offers one undo for all, for as long as main keeps them', async () => {
    api.will('profiles.removeMany', ok(removed)).will('profiles.restoreMany', ok({ doneIds: ['a', 'b'], failed: [] }));
    await many.remove(['a', 'b']);
    expect(toasts).toMatchObject([
      {
        kind: 'done',
        text: '2 profiles are deleted',
        detail: 'You were signed out of 1 profile as well.',
        lastsMs: 10_000,
      },
    ]);
    toasts[0]?.action?.run();
    await expect.poll(() => toasts.at(-1)?.text).toBe('2 profiles are back');
    expect(api.calls.at(-1)).toEqual({ name: 'profiles.restoreMany', input: { ids: ['a', 'b'] } });
  });

  it('offers no undo where nothing was removed', async () => {
    api.will('profiles.removeMany', ok({ ...removed, doneIds: [], failed: [{ id: 'a', failure }] }));
    await many.remove(['a']);
    expect(toasts[0]).toMatchObject({ kind: 'failed' });
    expect(toasts[0]?.action).toBeUndefined();
  });
});

describe('how the list is shown', () => {
  const view = { ...plainListView, sort: 'expiry' } as const;
  const header = (listView = view) => loaded(scriptWith(0, [], { listView }).state);

  it('is as main kept it, once that is known', () => {
    const state = createStore(emptyState);
    const store = createListViewStore(api.api, state);
    expect(store.get()).toEqual(plainListView);
    state.update(() => header());
    expect(store.get()).toEqual(view);
  });

  it('is told to main when it changes, and is not changed back by what main says of before', () => {
    const state = createStore(header());
    const store = createListViewStore(api.api, state);
    store.change((before) => ({ ...before, group: 'system' }));
    state.update(() => header());
    expect(store.get()).toMatchObject({ group: 'system', sort: 'expiry' });
    expect(api.calls).toEqual([{ name: 'app.setListView', input: { ...view, group: 'system' } }]);
  });
});
