/** The next refresh token came and cannot be stored: the old one is used up, so the new one is all that is left of the session. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../../main/tokens/obtain.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const origin = 'https://id.example.com';
const profile: Profile = {
  name: 'billing',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'tokentray',
  endpoints: { token: `${origin}/token`, authorize: `${origin}/authorize` },
};
const session = (refreshToken: string) => ({ record: { refreshToken, obtainedAtMs: 0, endsAtMs: null }, origin });
const answer = (number: number) => ({
  body: { access_token: `token-${number}`, expires_in: 720, refresh_token: `CANARY-refresh-${number}` },
});

let clock: FakeClock;
let storage: MemoryStorage;
let http: FakeHttp;
let engine: Engine;
let id: string;
/** What storing a session fails with. */
let fault: TokentrayError | undefined;

beforeEach(async () => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  http = new FakeHttp([answer(2), answer(3)], clock);
  const [stored] = await storage.profiles.insert([{ profile, session: session('CANARY-refresh-1') }]);
  id = stored?.id ?? '';
  const { replace } = storage.sessions;
  fault = undefined;
  storage.sessions.replace = async (...words) => {
    if (fault !== undefined) throw fault;
    return replace(...words);
  };
  engine = createEngine({ clock, storage, obtain: createObtainToken(http, clock), random: () => 0.5 });
});

const sent = () => http.requests.map(({ body }) => new URLSearchParams(String(body)).get('refresh_token'));
const stored = async () => (await storage.sessions.read(id))?.refreshToken;
const ask = () =>
  engine.token(id, { force: true }).then(
    ({ token }) => token.accessToken,
    (error: TokentrayError) => error.code,
  );

describe.each(['storage.database_busy', 'storage.disk_full'] as const)('%s', (code) => {
  it('that is over within seconds costs nothing', async () => {
    fault = new TokentrayError(code);
    const asked = ask();
    await clock.advance(5_000);
    fault = undefined;
    await clock.advance(1_000);
    expect(await asked).toBe('token-2');
    expect(await stored()).toBe('CANARY-refresh-2');
    expect(http.requests).toHaveLength(1);
  });

  it('that lasts costs no session: the token is kept in memory, and nothing is sent before it is stored', async () => {
    fault = new TokentrayError(code);
    const asked = [ask()];
    await clock.advance(12_000);
    asked.push(ask());
    await settle();
    expect(await Promise.all(asked)).toEqual([code, code]);
    expect(sent()).toEqual(['CANARY-refresh-1']);

    fault = undefined;
    expect(await ask()).toBe('token-3');
    expect(sent()).toEqual(['CANARY-refresh-1', 'CANARY-refresh-2']);
    expect(await stored()).toBe('CANARY-refresh-3');
  });

  it('that lasts is tried again by the timer, and is over by itself', async () => {
    engine.start();
    fault = new TokentrayError(code);
    await clock.advance(60_000);
    expect(sent()).toEqual(['CANARY-refresh-1']);
    fault = undefined;
    await clock.advance(600_000);
    expect(sent().slice(0, 2)).toEqual(['CANARY-refresh-1', 'CANARY-refresh-2']);
    expect(engine.localFault(id)).toBeUndefined();
    await engine.stop();
  });
});

describe('a session that a person began meanwhile', () => {
  it('stays, and is the one that is renewed', async () => {
    fault = new TokentrayError('storage.disk_full');
    const asked = ask();
    await clock.advance(12_000);
    expect(await asked).toBe('storage.disk_full');
    fault = undefined;
    await storage.profiles.update(id, 1, { session: session('CANARY-refresh-new') });
    await ask();
    expect(sent()).toEqual(['CANARY-refresh-1', 'CANARY-refresh-new']);
  });
});

describe('a refresh token that waits in memory', () => {
  const disk = new TokentrayError('storage.disk_full');
  const otherProcess = () =>
    createEngine({ clock, storage, obtain: createObtainToken(http, clock), random: () => 0.5 });

  async function keepWaiting(): Promise<void> {
    fault = disk;
    const asked = ask();
    await clock.advance(12_000);
    expect(await asked).toBe('storage.disk_full');
  }

  it('is stored by itself as soon as that works, and the turn is free again', async () => {
    await keepWaiting();
    await clock.advance(120_000);
    fault = undefined;
    await clock.advance(5_000);
    expect(await stored()).toBe('CANARY-refresh-2');
    expect(storage.leaseRows.size).toBe(0);
    expect(clock.pendingTimers).toBe(0);
  });

  it('keeps other processes from sending the one before, for as long as it takes', async () => {
    await keepWaiting();
    const other = otherProcess();
    const asked = other.token(id, { force: true }).catch(({ code }: TokentrayError) => code);
    await clock.advance(3_600_000);
    // Nobody is kept waiting for so long, either.
    expect(await asked).toBe('storage.database_busy');
    expect(sent()).toEqual(['CANARY-refresh-1']);
    const again = other.token(id, { force: true });
    fault = undefined;
    await clock.advance(6_000);
    expect((await again).token.accessToken).toBe('token-3');
    expect(sent()).toEqual(['CANARY-refresh-1', 'CANARY-refresh-2']);
  });

  it('is told as what is wrong, and not as a request under way', async () => {
    await keepWaiting();
    expect(engine.isRefreshing(id)).toBe(false);
    expect(engine.localFault(id)).toMatchObject({ code: 'storage.disk_full' });
  });

  it('asks nobody for the key of a vault that was closed meanwhile', async () => {
    let tries = 0;
    await keepWaiting();
    storage.vaultError = new TokentrayError('storage.keychain_locked');
    const { replace } = storage.sessions;
    storage.sessions.replace = (...words) => {
      tries += 1;
      return replace(...words);
    };
    await clock.advance(600_000);
    expect(tries).toBe(0);
  });

  it('goes with the profile when that is removed', async () => {
    await keepWaiting();
    await storage.profiles.remove(id);
    fault = undefined;
    await clock.advance(6_000);
    expect(clock.pendingTimers).toBe(0);
    expect(storage.leaseRows.size).toBe(0);
  });

  it('is stored at the end of the program when that works within seconds', async () => {
    await keepWaiting();
    const lost = listen();
    const stopped = engine.stop();
    await clock.advance(3_000);
    fault = undefined;
    await clock.advance(3_000);
    await stopped;
    expect(await stored()).toBe('CANARY-refresh-2');
    expect([lost, clock.pendingTimers, storage.leaseRows.size]).toEqual([[], 0, 0]);
  });

  it('is told as lost, once, when it cannot be stored before the program ends', async () => {
    await keepWaiting();
    const lost = listen();
    const stopped = engine.stop();
    await clock.advance(10_000);
    await stopped;
    await engine.stop();
    expect(lost).toEqual(['billing: storage.session_lost']);
    expect(storage.happened.at(-1)?.event).toMatchObject({ what: 'failed', error: { code: 'storage.session_lost' } });
    expect([clock.pendingTimers, storage.leaseRows.size]).toEqual([0, 0]);
    expect(JSON.stringify(storage.happened)).not.toContain('CANARY');
  });

  function listen(): string[] {
    const told: string[] = [];
    engine.onFailure(({ profile: { name } }, { code }) => told.push(`${name}: ${code}`));
    return told;
  }

  it('is not sent narrower either before it is stored', async () => {
    await keepWaiting();
    const narrower = engine.token(id, { scope: 'read' }).catch(({ code }: TokentrayError) => code);
    await clock.advance(1);
    expect(await narrower).toBe('storage.disk_full');
    expect(sent()).toEqual(['CANARY-refresh-1']);
  });
});
