/** One token through the engine, side by side with a bare POST and with two libraries, from one server in one run. */
import { allowInsecureRequests, clientCredentialsGrant, Configuration } from 'openid-client';
import { ClientCredentials } from 'simple-oauth2';
import { request } from 'undici';
import { systemClock } from '../../main/clock.ts';
import { createHttp } from '../../main/http/create-http.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import { benchProfile, openBenchPlace, withToken } from './bench-place.ts';
import type { BenchPlace } from './bench-place.ts';
import { inRounds } from './measure.ts';
import { figureLine, ratioLine } from './report.ts';
import type { Line } from './report.ts';
import { startHosts } from './start-hosts.ts';

/** As long as a tenant on the internet takes at its best. */
const realServerMs = 50;

const clientId = 'asked';
const clientSecret = 'CANARY-asked';

export async function benchRequest(): Promise<readonly Line[]> {
  const real = await compare(realServerMs, 40);
  const instant = await compare(0, 200);
  const about = `server of ${realServerMs} ms`;
  const { engine, undici } = instant.ms;
  return [
    ratioLine(`one token through the engine / a bare undici POST, ${about}`, real.ratio('engine', 'undici'), 1.3),
    figureLine(`one token through the engine / openid-client, ${about}`, real.ratio('engine', 'openid-client')),
    figureLine(`one token through the engine / simple-oauth2, ${about}`, real.ratio('engine', 'simple-oauth2')),
    {
      what: 'one token through the engine, server that answers at once',
      figure: `${engine.median.toFixed(2)} ms against ${undici.median.toFixed(2)} ms`,
    },
    figureLine('the same / openid-client', instant.ratio('engine', 'openid-client')),
    figureLine('the same / simple-oauth2', instant.ratio('engine', 'simple-oauth2')),
  ];
}

async function compare(answerMs: number, rounds: number) {
  await using hosts = await startHosts({ hosts: 1, answerMs });
  const [origin = ''] = hosts.origins;
  const place = openBenchPlace();
  const throughEngine = await engineFor(place, `${origin}/token`);
  try {
    return await inRounds(
      {
        engine: throughEngine.ask,
        undici: bare(`${origin}/token`),
        'openid-client': openidClient(origin),
        'simple-oauth2': simpleOauth2(origin),
      },
      { rounds, warmups: 30 },
    );
  } finally {
    await throughEngine.close();
    place.remove();
  }
}

async function engineFor({ storage }: BenchPlace, endpoint: string) {
  const http = createHttp({ clock: systemClock, environment: {} });
  const obtain = createObtainToken(http, systemClock);
  const engine = createEngine({ clock: systemClock, storage, obtain, random: Math.random });
  const [stored] = await storage.profiles.insert([withToken(benchProfile(clientId, endpoint), systemClock.now())]);
  return {
    ask: () => engine.token(stored?.id ?? '', { force: true }),
    close: () => http.close(),
  };
}

function bare(endpoint: string): () => Promise<unknown> {
  const body = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return async () => (await request(endpoint, { method: 'POST', body, headers })).body.text();
}

function openidClient(origin: string): () => Promise<unknown> {
  const server = { issuer: origin, token_endpoint: `${origin}/token` };
  const configuration = new Configuration(server, clientId, clientSecret);
  allowInsecureRequests(configuration);
  return () => clientCredentialsGrant(configuration);
}

function simpleOauth2(origin: string): () => Promise<unknown> {
  const client = new ClientCredentials({
    client: { id: clientId, secret: clientSecret },
    auth: { tokenHost: origin, tokenPath: '/token' },
    options: { authorizationMethod: 'body' },
  });
  return () => client.getToken({});
}
