/** What the engine and the vault cost inside one process, on a real database. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { systemClock } from '../../main/clock.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Profile } from '../../main/profiles/profile.ts';
import { openStorage } from '../../main/storage/open-storage.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { readProfile } from '../../main/systems/validate.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import { benchCopy } from './copy.ts';
import { sideBySide, timeMs } from './measure.ts';
import type { Comparison } from './measure.ts';
import { ratioLine } from './report.ts';
import type { Line } from './report.ts';

/** As long as a tenant on the internet takes at its best. */
const realServerMs = 50;

const noKeychain = {
  get: async () => null,
  set: async () => undefined,
  delete: async () => false,
};

export async function benchEngine(): Promise<readonly Line[]> {
  const home = mkdtempSync(join(tmpdir(), 'tokentray-bench-'));
  const server = createServer((incoming, response) => {
    const answer = () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"access_token":"bench-token","token_type":"Bearer","expires_in":749}');
    };
    incoming.resume().on('end', () => (incoming.url === '/real' ? setTimeout(answer, realServerMs) : answer()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const storage = openStorage({
    home,
    clock: systemClock,
    keychain: noKeychain,
    newVaultMode: () => 'memory',
    passphrase: async () => undefined,
    busyTimeoutMs: 5_000,
    readProfile,
  });
  try {
    const real = await benchRequest(storage, `${origin}/real`, 40);
    const instant = await benchRequest(storage, `${origin}/instant`, 200);
    return [
      ratioLine(`one token through the engine / a bare undici POST, server of ${realServerMs} ms`, real.ratio, 1.3),
      {
        what: 'the same, server that answers at once',
        figure: `${instant.aMs.median.toFixed(2)} ms against ${instant.bMs.median.toFixed(2)} ms`,
      },
      ...(await benchThousand(storage, `${origin}/real`)),
    ];
  } finally {
    storage.close();
    server.close();
    rmSync(home, { recursive: true });
  }
}

function profile(name: string, token: string): Profile {
  return { name, system: 'oauth', auth: 'client_credentials', clientId: 'bench', endpoints: { token } };
}

async function benchRequest(storage: Storage, endpoint: string, pairs: number): Promise<Comparison> {
  const http = createHttp({ clock: systemClock, environment: {} });
  const engine = createEngine({
    clock: systemClock,
    storage,
    obtain: createObtainToken(http, systemClock),
    random: Math.random,
  });
  const origin = new URL(endpoint).origin;
  const [stored] = await storage.profiles.insert([
    { profile: profile(`asked-${pairs}`, endpoint), secrets: { values: { clientSecret: 'CANARY-bench' }, origin } },
  ]);
  const id = stored?.id ?? '';
  const body = 'grant_type=client_credentials&client_id=bench&client_secret=CANARY-bench';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const bare = async () => (await request(endpoint, { method: 'POST', body, headers })).body.text();
  const throughEngine = () => engine.token(id, { force: true });
  const comparison = await sideBySide(throughEngine, bare, { pairs, warmups: 30 });
  await http.close();
  return comparison;
}

async function benchThousand(storage: Storage, endpoint: string): Promise<readonly Line[]> {
  const origin = new URL(endpoint).origin;
  const entries = Array.from({ length: 1_000 }, (_, number) => ({
    profile: profile(`bench-${number}`, endpoint),
    secrets: { values: { clientSecret: `CANARY-bench-${number}` }, origin },
    token: {
      origin,
      record: {
        accessToken: `token-${number}`,
        tokenType: 'Bearer',
        obtainedAtMs: systemClock.now(),
        expiresAtMs: systemClock.now() + 43_200_000,
        clockOffsetMs: null,
      },
    },
  }));
  const sealMs = await timeMs(() => storage.profiles.insert(entries));
  const profiles = storage.profiles.list();
  const openMs = await timeMs(async () => {
    for (const { id } of profiles) await storage.profiles.secrets(id);
  });
  const createIdle = () => createEngine({ clock: systemClock, storage, obtain: unreachable, random: Math.random });
  const engine = createIdle();
  const startMs = await timeMs(async () => engine.start());
  const copying = await benchCopy(engine, storage, profiles[0]?.id ?? '');
  await engine.stop();
  const engines = Array.from({ length: 20 }, createIdle);
  const before = heapUsed();
  for (const idle of engines) idle.start();
  const perProfile = (heapUsed() - before) / (engines.length * profiles.length);
  for (const idle of engines) await idle.stop();
  return [
    { what: 'storing 1,000 profiles, 2 sealed records each', figure: `${sealMs.toFixed(0)} ms` },
    { what: 'opening 1,000 sealed records', figure: `${openMs.toFixed(0)} ms` },
    { what: 'engine start with 1,000 profiles', figure: `${startMs.toFixed(0)} ms` },
    { what: 'engine memory per profile', figure: `${perProfile.toFixed(0)} bytes` },
    copying,
  ];
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function unreachable(): Promise<never> {
  throw new Error('the bench plans requests but makes none');
}
