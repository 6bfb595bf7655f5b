/**
 * Threat: a refresh token leaves twice at a time. A server that rotates them takes the second for a thief's and ends the
 * session (RFC 9700 section 4.14.2), or is told that a token has ended while its successor lives on unseen.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../main/profiles/profile.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import { createSignIns } from '../../main/tokens/sign-in-desk.ts';
import type { SignIns } from '../../main/tokens/sign-ins.ts';
import type { Engine } from '../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../fixtures/fake-clock.ts';
import { FakeHttp } from '../fixtures/fake-http.ts';
import { MemoryStorage } from '../fixtures/memory-storage.ts';

const origin = 'https://id.example.com';
const profile: Profile = {
  name: 'acme-jane',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'client-1',
  endpoints: { token: `${origin}/token`, authorize: `${origin}/authorize`, revoke: `${origin}/revoke` },
};

let http: FakeHttp;
let storage: MemoryStorage;
let engine: Engine;
let signIns: SignIns;
let id: string;
let answerRefresh: () => void;

beforeEach(async () => {
  const clock = new FakeClock();
  const held = Promise.withResolvers<void>();
  answerRefresh = held.resolve;
  const rotated = { access_token: 'CANARY-access', expires_in: 600, refresh_token: 'CANARY-refresh-2' };
  http = new FakeHttp([{ after: held.promise, body: rotated }, {}], clock);
  storage = new MemoryStorage(clock);
  const parts = { clock, http, storage };
  engine = createEngine({ ...parts, obtain: createObtainToken(http, clock), random: () => 0.5 });
  signIns = createSignIns(parts);
  const record = { refreshToken: 'CANARY-refresh-1', obtainedAtMs: clock.now(), endsAtMs: null };
  const [stored] = await storage.profiles.insert([{ profile, session: { record, origin } }]);
  id = stored?.id ?? '';
});

const sentTokens = () =>
  http.requests.map(({ body }) => {
    const sent = new URLSearchParams(String(body));
    return sent.get('refresh_token') ?? sent.get('token');
  });

describe.each(['signOut', 'revoke'] as const)('%s while the session is renewed', (way) => {
  it('waits for the answer, and gives back the token that came with it', async () => {
    const asked = engine.token(id, { force: true });
    await settle();
    const given = signIns[way](id);
    await settle();
    expect(sentTokens()).toEqual(['CANARY-refresh-1']);
    answerRefresh();
    await Promise.allSettled([asked, given]);
    expect(sentTokens()).toEqual(['CANARY-refresh-1', 'CANARY-refresh-2']);
    expect(await given).toEqual({ revoked: true });
  });
});

describe('before a removal', () => {
  it('a sign-in that is under way ends, so that nothing new is stored that nobody gives back', async () => {
    const pasting = { ...profile, name: 'acme-paste', redirectUri: 'https://myappdomain.com/oauth/redirect' };
    const [stored] = await storage.profiles.insert([{ profile: pasting }]);
    const signIn = await signIns.start(stored?.id ?? '');
    await signIns.revoke(stored?.id ?? '');
    expect(signIn.state().kind).toBe('cancelled');
  });
});
