import { beforeEach, describe, expect, it } from 'vitest';
import type { ProfileView, SignInView } from '../../../preload/views.ts';
import { createSignInActions } from '../../../renderer/state/sign-in-actions.ts';
import type { SignInActions } from '../../../renderer/state/sign-in-actions.ts';
import { tellSignInEnds } from '../../../renderer/state/sign-in-messages.ts';
import { createStore } from '../../../renderer/state/store.ts';
import type { Store } from '../../../renderer/state/store.ts';
import type { ToastRequest } from '../../../renderer/state/toast-request.ts';
import { emptyState } from '../../../renderer/state/window-state.ts';
import type { WindowState } from '../../../renderer/state/window-state.ts';
import { viewOf } from '../../fixtures/window-states.ts';
import { FakeApi, failed, ok } from './fake-api.ts';

let api: FakeApi;
let toasts: ToastRequest[];
let actions: SignInActions;
let store: Store<WindowState>;
const show = (toast: ToastRequest) => void toasts.push(toast);
const profile = viewOf('acme', 0, { auth: 'authorization_code' });

beforeEach(() => {
  api = new FakeApi();
  toasts = [];
  store = createStore<WindowState>({ ...emptyState, profiles: new Map([[profile.id, profile]]) });
  actions = createSignInActions({ api: api.api, state: store, toasts: { show } });
});

describe('signing out', () => {
  it.each([
    [{ isServerTold: true, warning: null }, 'done', /was told/],
    [{ isServerTold: false, warning: null }, 'done', /no session/],
    [{ isServerTold: false, warning: 'The server did not answer.' }, 'warning', /did not answer/],
  ])('says whether the server was told: %j', async (reply, kind, words) => {
    api.will('profiles.signOut', ok(reply));
    await actions.signOut(profile.id);
    expect(toasts).toMatchObject([{ kind, text: 'You are signed out of acme' }]);
    expect(toasts[0]?.detail).toMatch(words);
  });
});

describe('what goes wrong', () => {
  it('is said', async () => {
    api.will('signIns.open', failed);
    await actions.open(profile.id);
    expect(toasts).toMatchObject([{ kind: 'failed', text: 'It failed.' }]);
  });

  it('is not said of what the person cancelled', async () => {
    api.will('signIns.open', { ok: false, failure: { code: 'internal.cancelled', what: '', next: '' } });
    await actions.open(profile.id);
    expect(toasts).toEqual([]);
  });

  it('with a pasted address is left to its field', async () => {
    api.will('signIns.paste', failed);
    await expect(actions.paste(profile.id, 'http://localhost/?code=CANARY')).resolves.toMatchObject({
      what: 'It failed.',
    });
    expect(toasts).toEqual([]);
  });
});

describe('the end of a sign-in', () => {
  const become = (over: Partial<ProfileView>) =>
    store.update((state) => ({ ...state, profiles: new Map([[profile.id, { ...profile, ...over }]]) }));
  const waiting: SignInView = { id: 'sign-in-1', kind: 'finishing' };
  const done: SignInView = { id: 'sign-in-1', kind: 'done', note: null };

  it('is told once', () => {
    tellSignInEnds(store, { show });
    become({ signIn: waiting });
    become({ signIn: done });
    become({ signIn: done, activity: 'refreshing' });
    expect(toasts).toMatchObject([{ kind: 'done', text: 'You are signed in to acme' }]);
  });

  it('is told with what is to be known', () => {
    tellSignInEnds(store, { show });
    become({ signIn: { ...done, note: 'There is no refresh token.' } });
    expect(toasts).toMatchObject([{ kind: 'warning', detail: 'There is no refresh token.' }]);
  });

  it('is told of each attempt', () => {
    tellSignInEnds(store, { show });
    become({ signIn: done });
    become({ signIn: { ...done, id: 'sign-in-2' } });
    expect(toasts).toHaveLength(2);
  });

  it('is no news when the window opens after it', () => {
    store.update(() => emptyState);
    tellSignInEnds(store, { show });
    become({ signIn: done });
    expect(toasts).toEqual([]);
  });

  it('is not told of failures, which stay on the page', () => {
    tellSignInEnds(store, { show });
    become({ signIn: { id: 'sign-in-1', kind: 'failed', failure: failed.failure as never } });
    expect(toasts).toEqual([]);
  });
});
