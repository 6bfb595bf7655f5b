/** Profiles that a person signed in to: the refresh token carries on, each replaced by the next, and is used once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { IssuedSession } from '../../../main/storage/storage.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../../main/tokens/obtain.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import type { FakeOutcome } from '../../fixtures/fake-http.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const origin = 'https://id.example.com';
const profile: Profile = {
  name: 'billing',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'tokentray',
  endpoints: { token: `${origin}/token`, authorize: `${origin}/authorize`, api: 'https://api.example.com' },
};

let clock: FakeClock;
let storage: MemoryStorage;

beforeEach(() => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
});

function session(refreshToken = 'refresh-CANARY-1', at = origin): IssuedSession {
  return { record: { refreshToken, obtainedAtMs: clock.now(), endsAtMs: null }, origin: at };
}

async function engineWith(replies: readonly FakeOutcome[], stored?: IssuedSession) {
  const [row] = await storage.profiles.insert([{ profile, ...(stored === undefined ? {} : { session: stored }) }]);
  const http = new FakeHttp(replies, clock);
  const engine = createEngine({ clock, storage, obtain: createObtainToken(http, clock), random: () => 0.5 });
  return { engine, http, id: row?.id ?? '' };
}

const answer = (access: string, refresh?: string) => ({
  body: {
    access_token: access,
    token_type: 'bearer',
    expires_in: 720,
    ...(refresh === undefined ? {} : { refresh_token: refresh }),
  },
});

const refused = (error: string, status = 400): FakeOutcome => ({ status, body: { error } });

async function tokenOf(engine: Engine, id: string, query = {}) {
  return (await engine.token(id, query)).token.accessToken;
}

const sent = (http: FakeHttp, at = 0) => new URLSearchParams(String(http.requests[at]?.body ?? ''));

describe('without a session', () => {
  it('sends no request, and says that a person must sign in', async () => {
    const { engine, http, id } = await engineWith([]);
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.sign_in_needed' });
    expect(http.requests).toHaveLength(0);
    expect(storage.tokens.activity(id)).toMatchObject({ stopped: true });
  });

  it('hands out what lives of the last token, and calls nobody before its end', async () => {
    const { engine, http, id } = await engineWith([]);
    const record = { accessToken: 'old', tokenType: 'Bearer', obtainedAtMs: clock.now(), clockOffsetMs: null };
    const token = { record: { ...record, expiresAtMs: clock.now() + 30_000 }, origin };
    await storage.profiles.update(id, 1, { token });
    engine.start();
    expect(engine.plannedAtMs(id)).toBe(clock.now() + 30_000);
    expect(await engine.token(id, { minValidMs: 60_000 })).toMatchObject({ belowMinimum: true });
    expect(http.requests).toHaveLength(0);
    await engine.stop();
  });
});

describe('with a session', () => {
  it('sends its refresh token (RFC 6749 section 6)', async () => {
    const { engine, http, id } = await engineWith([answer('token-1')], session());
    expect(await tokenOf(engine, id)).toBe('token-1');
    expect(Object.fromEntries(sent(http))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'tokentray',
      refresh_token: 'refresh-CANARY-1',
    });
  });

  it('keeps the refresh token that comes back, and sends that one next', async () => {
    const { engine, http, id } = await engineWith(
      [answer('token-1', 'refresh-CANARY-2'), answer('token-2')],
      session(),
    );
    await engine.token(id);
    await engine.token(id, { force: true });
    expect(sent(http, 1).get('refresh_token')).toBe('refresh-CANARY-2');
  });

  it('keeps the old one when none comes back', async () => {
    const { engine, id } = await engineWith([answer('token-1')], session());
    await engine.token(id);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-1' });
  });

  it('keeps the new one even when the token beside it is of no use', async () => {
    const reply: FakeOutcome = { body: { access_token: 'bad\ntoken', refresh_token: 'refresh-CANARY-2' } };
    const { engine, id } = await engineWith([reply], session());
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'network.bad_answer' });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-2' });
  });

  it('goes nowhere but where it came from', async () => {
    const { engine, http, id } = await engineWith([], session('refresh-CANARY-1', 'https://other.example.com'));
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.sign_in_needed' });
    expect(http.requests).toHaveLength(0);
  });

  it.each([
    ['invalid_grant', refused('invalid_grant')],
    ['invalid_token with 401', refused('invalid_token', 401)],
  ])('needs a person after %s, and asks no more', async (_case, reply) => {
    const { engine, http, id } = await engineWith([reply], session());
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.sign_in_needed' });
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.sign_in_needed' });
    expect(http.requests).toHaveLength(1);
  });

  it('keeps the refresh token that was refused: a person may force it', async () => {
    const { engine, id } = await engineWith([refused('invalid_grant'), answer('token-1')], session());
    await engine.token(id).catch(() => undefined);
    expect(await tokenOf(engine, id, { force: true })).toBe('token-1');
  });

  it('is not sent twice at a time, not even for another scope', async () => {
    const gate = Promise.withResolvers<void>();
    const { engine, http, id } = await engineWith(
      [{ ...answer('token-1', 'refresh-CANARY-2'), after: gate.promise }, answer('token-2', 'refresh-CANARY-3')],
      session(),
    );
    const both = Promise.all([engine.token(id), engine.token(id, { scope: 'read' })]);
    await settle();
    expect(http.requests).toHaveLength(1);
    gate.resolve();
    await clock.advance(1_000);
    await both;
    expect(http.requests.map((_, at) => sent(http, at).get('refresh_token'))).toEqual([
      'refresh-CANARY-1',
      'refresh-CANARY-2',
    ]);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-3' });
  });
});

describe('an answer that was lost (RFC 9700 section 4.14)', () => {
  it('is asked for again only when the access token is about to end', async () => {
    const { engine, http, id } = await engineWith(
      [answer('token-1', 'refresh-CANARY-2'), new TokentrayError('network.reset'), answer('token-2')],
      session(),
    );
    await engine.token(id);
    const endsAtMs = clock.now() + 720_000;
    engine.start();
    await clock.advance(655_000);
    expect(http.requests).toHaveLength(2);
    expect(engine.plannedAtMs(id)).toBe(endsAtMs - 45_000);
    await clock.advance(65_000);
    expect(http.requests).toHaveLength(3);
    await engine.stop();
  });

  it('is not asked for again because the network came back: the old refresh token may be used up', async () => {
    const { engine, http, id } = await engineWith(
      [answer('token-1', 'refresh-CANARY-2'), new TokentrayError('network.timeout'), answer('token-2')],
      session(),
    );
    await engine.token(id);
    const endsAtMs = clock.now() + 720_000;
    engine.start();
    await clock.advance(655_000);
    engine.networkReturned();
    await clock.advance(1_000);
    expect(http.requests).toHaveLength(2);
    expect(engine.plannedAtMs(id)).toBe(endsAtMs - 45_000);
    await engine.stop();
  });

  it('is asked for again as soon as the network is back where nothing can have been sent', async () => {
    const { engine, http, id } = await engineWith(
      [answer('token-1', 'refresh-CANARY-2'), new TokentrayError('network.dns'), answer('token-2')],
      session(),
    );
    await engine.token(id);
    engine.start();
    await clock.advance(648_500);
    expect(http.requests).toHaveLength(2);
    engine.networkReturned();
    await clock.advance(1);
    expect(http.requests).toHaveLength(3);
    await engine.stop();
  });
});

describe('a vault that asks a person first', () => {
  it('is opened before the turn, so that no turn runs out meanwhile', async () => {
    const { engine, http, id } = await engineWith([answer('token-1')], session());
    const person = Promise.withResolvers<void>();
    Object.assign(storage.vault, { isUnlocked: () => false, unlock: () => person.promise });
    const asked = engine.token(id);
    await settle();
    expect([storage.leaseRows.size, http.requests.length]).toEqual([0, 0]);
    person.resolve();
    await asked;
    expect(http.requests).toHaveLength(1);
  });
});
