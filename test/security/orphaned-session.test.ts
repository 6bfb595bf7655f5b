/** Threat: a session that nobody knows of lives on at the server: its sign-in was cancelled while the token was on its way. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redirectOf, refreshToken, SignInPlace } from '../fixtures/sign-in-place.ts';

let place: SignInPlace;

beforeEach(async () => {
  place = await SignInPlace.open();
});

afterEach(() => place[Symbol.asyncDispose]());

it('what came for a sign-in that was cancelled meanwhile is given back', async () => {
  const held = Promise.withResolvers<void>();
  place.hold = held.promise;
  const { token, authorize } = place.profile('acme-prod').endpoints ?? {};
  const endpoints = { token: token ?? '', authorize: authorize ?? '', revoke: `${place.origin}/revoke` };
  const id = await place.add('acme-prod', { endpoints });
  const signIn = await place.signIns.start(id);
  const page = fetch(redirectOf(signIn));
  await expect.poll(() => place.exchanges.length).toBe(1);
  signIn.cancel();
  held.resolve();
  await page;
  await expect.poll(() => place.exchanges[1]).toMatchObject({ token: refreshToken, token_type_hint: 'refresh_token' });
  expect(await place.storage.sessions.read(id)).toBeUndefined();
});
