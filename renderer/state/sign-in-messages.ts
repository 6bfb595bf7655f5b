/** Says it wherever the person is in the window when a sign-in has ended well. */
import type { ProfileView } from '../../preload/views.ts';
import type { ReadableStore } from './store.ts';
import type { Toasts } from './toast-request.ts';
import type { WindowState } from './window-state.ts';

/** Failures stay on the profile's page until they are read, and need no message that goes. */
export function tellSignInEnds(state: ReadableStore<WindowState>, toasts: Toasts): () => void {
  let before = state.get().profiles;
  return state.subscribe(() => {
    const now = state.get().profiles;
    for (const profile of now.values()) {
      if (isFinished(before.get(profile.id), profile)) toasts.show(words(profile));
    }
    before = now;
  });
}

/** One that was over when it was first heard of is no news. */
function isFinished(before: ProfileView | undefined, now: ProfileView): boolean {
  return before !== undefined && now.signIn?.kind === 'done' && !isSameEnd(before.signIn, now.signIn);
}

function isSameEnd(before: ProfileView['signIn'], now: NonNullable<ProfileView['signIn']>): boolean {
  return before?.id === now.id && before.kind === 'done';
}

function words({ name, signIn }: ProfileView) {
  const note = signIn?.kind === 'done' ? signIn.note : null;
  return {
    kind: note === null ? 'done' : 'warning',
    text: `You are signed in to ${name}`,
    ...(note === null ? {} : { detail: note }),
  } as const;
}
