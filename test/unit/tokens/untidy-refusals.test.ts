/** Refusals as real servers write them, for every way to a token: each is understood, and none costs a refresh token. */
import { describe, expect, it } from 'vitest';
import { beginTrip, firstRefreshToken, refreshTokenLeft, tidyAnswer, tokenWays } from '../../fixtures/token-ways.ts';

const page = '<!doctype html><title>Error</title><h1>Something went wrong</h1>';
const json = (error: string) => JSON.stringify({ error, error_description: 'A description.' });

interface Refusal {
  readonly name: string;
  readonly answer: object;
  readonly oauthError: string;
  readonly status: number;
}

const refusals: readonly Refusal[] = [
  {
    name: 'JSON that is called text/html',
    answer: { status: 400, headers: { 'content-type': 'text/html' }, body: json('unauthorized_client') },
    oauthError: 'unauthorized_client',
    status: 400,
  },
  {
    name: 'a WWW-Authenticate challenge beside an empty body',
    answer: { status: 401, headers: { 'www-authenticate': 'Bearer realm="acme", error="invalid_client"' } },
    oauthError: 'invalid_client',
    status: 401,
  },
  {
    name: 'a WWW-Authenticate challenge beside a web page',
    answer: {
      status: 401,
      headers: { 'content-type': 'text/html', 'www-authenticate': 'Basic realm="a, b", error=invalid_client' },
      body: page,
    },
    oauthError: 'invalid_client',
    status: 401,
  },
  {
    name: 'status 200',
    answer: { status: 200, body: json('invalid_client') },
    oauthError: 'invalid_client',
    status: 200,
  },
  {
    name: 'a form in place of JSON',
    answer: { status: 400, body: 'error=invalid_scope&error_description=no' },
    oauthError: 'invalid_scope',
    status: 400,
  },
];

/** Of these the server has not decided anything. */
const disturbances: readonly (readonly [name: string, code: string, answer: object])[] = [
  ['a web page with status 200', 'network.bad_answer', { headers: { 'content-type': 'text/html' }, body: page }],
  ['an empty answer', 'network.bad_answer', {}],
  ['JSON that was cut off', 'network.bad_answer', { body: '{"access_token":"CANARY-acc' }],
  ['a web page with status 503', 'network.server_error', { status: 503, body: page }],
  ['temporarily_unavailable with 400', 'network.server_error', { status: 400, body: json('temporarily_unavailable') }],
  ['status 429 without words', 'network.rate_limited', { status: 429 }],
];

describe.each(tokenWays)('$name', (way) => {
  it.each(refusals)('RFC 6749 section 5.2: understands a refusal by $name', async ({ answer, oauthError, status }) => {
    const trip = await beginTrip(way);
    const failure = await way.go(trip, answer);
    expect(failure).toMatchObject({ code: 'auth.refused', data: { oauthError, status } });
    expect(await refreshTokenLeft(trip)).toBe(way.holdsSession ? firstRefreshToken : undefined);
  });

  it.each(disturbances)('keeps everything after %s', async (_name, code, answer) => {
    const trip = await beginTrip(way);
    const failure = await way.go(trip, answer);
    // A device goes on asking until its code has run out.
    expect(failure?.code).toBe(way.name === 'device_code' ? undefined : code);
    expect(await refreshTokenLeft(trip)).toBe(way.holdsSession ? firstRefreshToken : undefined);
  });
});

/** A code serves once: after that sign-in the person begins another. */
const goesOnByItself = tokenWays.filter(({ name }) => name !== 'authorization_code');

describe.each(goesOnByItself)('$name goes on', (way) => {
  it.each(disturbances)('and gets its token by itself after %s', async (_name, _code, answer) => {
    const trip = await beginTrip(way);
    const { clock, engine, http, storage, id } = trip;
    await way.go(trip, answer);
    engine.start();
    http.answerWith(tidyAnswer(clock));
    await clock.advance(60_000);
    await refreshTokenLeft(trip);
    expect(await storage.tokens.read(id)).toMatchObject({ accessToken: 'CANARY-access' });
  });
});
