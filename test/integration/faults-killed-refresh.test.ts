/**
 * A process killed at any moment of a refresh, at a server that rotates refresh tokens and ends the session of one that is
 * used twice (RFC 9700 section 4.14.2). `TOKENTRAY_KILLS` says how often, `TOKENTRAY_SEED` at which moments.
 */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { grantTypes } from '../../main/demo/oidc/clients.ts';
import { startOidcTenant } from '../../main/demo/oidc/tenant.ts';
import type { OidcTenant } from '../../main/demo/oidc/tenant.ts';
import type { TokentrayError } from '../../main/errors.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import type { IssuedSession, Storage } from '../../main/storage/storage.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import type { Engine } from '../../main/tokens/tokens.ts';
import { signInAt } from '../fixtures/demo-browser.ts';
import { Workplace } from '../fixtures/disk-storage.ts';
import { OtherProcess } from '../fixtures/other-process.ts';

const kills = Number(process.env['TOKENTRAY_KILLS'] ?? 200);
const seed = Number(process.env['TOKENTRAY_SEED'] ?? 20_261_121);
const redirectUri = 'http://127.0.0.1/callback';
const verifier = 'a-verifier-of-a-test-that-is-no-secret-to-anybody';

let tenant: OidcTenant;
let place: Workplace;
let storage: Storage;
let http: Http;
let engine: Engine;
let id: string;

beforeAll(async () => {
  const people = [grantTypes.authorizationCode, grantTypes.refreshToken];
  tenant = await startOidcTenant({
    clock: systemClock,
    clients: [
      { clientId: 'app', clientAuth: 'none', grantTypes: people, redirectUris: [redirectUri], asksConsent: false },
    ],
  });
  place = new Workplace();
  storage = place.storage();
  http = createHttp({ clock: systemClock, environment: {} });
  engine = createEngine({
    clock: systemClock,
    storage,
    obtain: createObtainToken(http, systemClock),
    random: () => 0.5,
  });
  const { authorize, token } = tenant.endpoints;
  const [stored] = await storage.profiles.insert([
    {
      profile: {
        name: 'acme',
        system: 'oauth',
        auth: 'authorization_code',
        clientId: 'app',
        endpoints: { authorize, token },
      },
      session: await signIn(),
    },
  ]);
  id = stored?.id ?? '';
});

afterAll(async () => {
  await engine.stop();
  await http.close();
  await tenant.close();
  place.clean();
});

/** What a person does when the session is lost. */
async function signIn(): Promise<IssuedSession> {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = { client_id: 'app', response_type: 'code', redirect_uri: redirectUri, scope: 'api:read', state: 's' };
  const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
  const url = `${tenant.endpoints.authorize}?${new URLSearchParams({ ...asked, ...proof }).toString()}`;
  const code = (await signInAt(url, 'Sign in as jane')).get('code') ?? '';
  const grant = { grant_type: grantTypes.authorizationCode, client_id: 'app', code, redirect_uri: redirectUri };
  const body = new URLSearchParams({ ...grant, code_verifier: verifier });
  const answer = await fetch(tenant.endpoints.token, { method: 'POST', body });
  const { refresh_token: refreshToken } = (await answer.json()) as { readonly refresh_token: string };
  return { record: { refreshToken, obtainedAtMs: systemClock.now(), endsAtMs: null }, origin: tenant.origin };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const start = () =>
  place.closing(new OtherProcess(place.home, new URL('../fixtures/refresh-process.ts', import.meta.url)));
const refreshToken = async () => (await storage.sessions.read(id))?.refreshToken;
const statuses = (from: number) =>
  tenant.requests.slice(from).flatMap(({ path, status }) => (path === '/token' ? status : []));
const ask = (query = {}) =>
  engine.token(id, query).then(
    () => 'token',
    ({ code }: TokentrayError) => code,
  );

/** How long the first refresh of a process takes that nobody kills, ms: the shorter of two. */
async function usualMs(): Promise<number> {
  let shorterMs = Infinity;
  for (let round = 0; round < 2; round++) {
    const process = start();
    await process.tell('ready');
    const sinceMs = performance.now();
    await process.tell('refresh', id);
    shorterMs = Math.min(shorterMs, performance.now() - sinceMs);
    await process.kill();
  }
  return shorterMs;
}

it(
  `SIGKILL at ${kills} moments of a refresh (seed ${seed}): the session goes on unless its answer was lost, and then needs one sign-in`,
  async () => {
    const random = randomFrom(seed);
    const spanMs = 1.2 * (await usualMs());
    const counts = { untouched: 0, stored: 0, lost: 0 };
    const failures: string[] = [];
    engine.onFailure((_profile, { code }) => failures.push(code));
    let next = start();
    for (let round = 0; round < kills; round++) {
      const process = next;
      await process.tell('ready');
      next = start();
      const before = { refreshToken: await refreshToken(), requests: tenant.requests.length };
      process.tell('refresh', id).catch(() => undefined);
      // Every other one from when the server has answered: what counts happens after, and within moments.
      const hasAnswered = () => round % 2 === 0 || tenant.requests.length > before.requests;
      while (!hasAnswered()) await nextTurn();
      await delay((random() * spanMs) / (round % 2 === 0 ? 1 : 2));
      await process.kill();
      // What had arrived at the server is dealt with before this is.
      await fetch(`${tenant.origin}/jwks`, { headers: { connection: 'close' } });

      const isStored = (await refreshToken()) !== before.refreshToken;
      failures.length = 0;
      const asked = await ask({ force: true });
      if (asked === 'token') {
        counts[isStored ? 'stored' : 'untouched'] += 1;
        expect(failures).toEqual([]);
        continue;
      }
      counts.lost += 1;
      expect({ asked, isStored }).toEqual({ asked: 'auth.sign_in_needed', isStored: false });
      // The killed one had its answer made, which nobody read.
      await vi.waitFor(() => expect(statuses(before.requests).toSorted((a, b) => a - b)).toEqual([200, 400]), 5_000);
      // Nothing more is sent, and nobody is told twice.
      const sent = tenant.requests.length;
      await ask();
      await ask({ minValidMs: 86_400_000 });
      expect(tenant.requests.length).toBe(sent);
      expect(failures.filter((code) => code !== 'auth.sign_in_needed')).toEqual([]);
      const { revision } = storage.profiles.get(id) ?? { revision: 0 };
      await storage.profiles.update(id, revision, { session: await signIn() });
      expect(await ask({ force: true })).toBe('token');
    }
    await next.kill();
    // Otherwise something was not shown.
    if (kills >= 100) expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
    expect(counts.stored + counts.lost).toBeGreaterThanOrEqual(Math.floor(kills / 2));
  },
  60_000 + 3_000 * kills,
);
