/** Answers that real servers give and no specification knows, for every way to a token: none breaks a working tenant. */
import { describe, expect, it } from 'vitest';
import {
  beginTrip,
  firstRefreshToken,
  origin,
  refreshTokenLeft,
  tidyAnswer,
  tokenWays,
} from '../../fixtures/token-ways.ts';

type Tidy = ReturnType<typeof tidyAnswer>;

/** What becomes of the token's life is told beside: 720 s, or unknown. */
const untidy: readonly (readonly [name: string, spoil: (tidy: Tidy) => object, lifetimeMs: number | null])[] = [
  ['expires_in as a text', (tidy) => withMembers(tidy, { expires_in: '720' }), 720_000],
  ['expires_in null', (tidy) => withMembers(tidy, { expires_in: null }), null],
  ['no expires_in', (tidy) => withMembers(tidy, { expires_in: undefined }), null],
  ['expires_in as a word', (tidy) => withMembers(tidy, { expires_in: 'soon' }), null],
  ['no token_type', (tidy) => withMembers(tidy, { token_type: undefined }), 720_000],
  ['token_type null', (tidy) => withMembers(tidy, { token_type: null }), 720_000],
  ['status 201', (tidy) => ({ ...tidy, status: 201 }), 720_000],
  ['scope as a list', (tidy) => withMembers(tidy, { scope: ['read', 'write'] }), 720_000],
  ['no Date header', (tidy) => ({ ...tidy, headers: { 'content-type': 'application/json' } }), 720_000],
  ['a broken Date header', (tidy) => ({ ...tidy, headers: { ...tidy.headers, date: 'now' } }), 720_000],
  ['JSON that is called text/html', (tidy) => ({ ...tidy, headers: { 'content-type': 'text/html' } }), 720_000],
  ['no content type', (tidy) => ({ ...tidy, headers: {} }), 720_000],
  ['a form in place of JSON', (tidy) => ({ ...tidy, body: formOf(tidy.body) }), 720_000],
];

const withMembers = (tidy: Tidy, members: object) => ({ ...tidy, body: { ...tidy.body, ...members } });

function formOf(members: object): string {
  return new URLSearchParams(
    Object.entries(members).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}

describe.each(tokenWays)('$name', (way) => {
  it.each(untidy)('gets a token from an answer with %s', async (_name, spoil, lifetimeMs) => {
    const trip = await beginTrip(way);
    const { clock, http, storage, id } = trip;
    const answeredAtMs = clock.now() + (way.name === 'device_code' ? 5_000 : 0);
    expect(await way.go(trip, spoil(tidyAnswer(clock)))).toBeUndefined();
    expect(http.requests.at(-1)?.url).toBe(`${origin}//oauth//token`);
    expect(await storage.tokens.read(id)).toMatchObject({
      accessToken: 'CANARY-access',
      tokenType: 'Bearer',
      scope: 'read write',
      expiresAtMs: lifetimeMs === null ? null : answeredAtMs + lifetimeMs,
    });
    await refreshTokenLeft(trip);
  });
});

describe.each(tokenWays)('$name of a token that is no bearer token', (way) => {
  it.each(['mac', 'DPoP', 'N_A'])('RFC 6749 section 7.1: does not take one of type %s', async (tokenType) => {
    const trip = await beginTrip(way);
    const { storage, id, signIns } = trip;
    await way.go(trip, tidyAnswer(trip.clock, { token_type: tokenType }));
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(signIns.of(id)?.state().kind).not.toBe('done');
    await refreshTokenLeft(trip);
  });
});

describe.each(tokenWays.filter(({ holdsSession }) => holdsSession))('$name of a session', (way) => {
  it.each(untidy)('keeps the new refresh token of an answer with %s', async (_name, spoil) => {
    const trip = await beginTrip(way);
    await way.go(trip, spoil(tidyAnswer(trip.clock, { refresh_token: 'CANARY-refresh-2' })));
    expect(await refreshTokenLeft(trip)).toBe('CANARY-refresh-2');
  });
});

describe('refresh_token', () => {
  const way = tokenWays.find(({ name }) => name === 'refresh_token') ?? expect.fail();

  it.each([undefined, null, '', ' ', 7, []])(
    'RFC 6749 section 6: stays the one that was sent where the answer has %j',
    async (refreshToken) => {
      const trip = await beginTrip(way);
      expect(await way.go(trip, tidyAnswer(trip.clock, { refresh_token: refreshToken }))).toBeUndefined();
      expect(await refreshTokenLeft(trip)).toBe(firstRefreshToken);
    },
  );

  it.each<readonly [string, object]>([
    ['a token of another type', { token_type: 'mac' }],
    ['no access token', { access_token: undefined }],
    ['an access token that no header may carry', { access_token: 'CANARY\naccess' }],
    ['a token that had expired on arrival', { expires_in: 0 }],
  ])('RFC 9700 section 4.14.2: is stored from an answer with %s, too', async (_name, members) => {
    const trip = await beginTrip(way);
    const failure = await way.go(trip, tidyAnswer(trip.clock, { refresh_token: 'CANARY-refresh-2', ...members }));
    expect(failure?.code).toMatch(/^network\./);
    expect(await refreshTokenLeft(trip)).toBe('CANARY-refresh-2');
  });
});

it('RFC 6749 section 4.4.3: a refresh token of client credentials is neither kept nor sent', async () => {
  const way = tokenWays.find(({ name }) => name === 'client_credentials') ?? expect.fail();
  const trip = await beginTrip(way);
  for (let times = 0; times < 2; times++) {
    expect(await way.go(trip, tidyAnswer(trip.clock, { refresh_token: 'CANARY-refresh-2' }))).toBeUndefined();
  }
  expect(trip.http.requests.map(({ body }) => new URLSearchParams(String(body)).get('grant_type'))).toEqual([
    'client_credentials',
    'client_credentials',
  ]);
  expect(await refreshTokenLeft(trip)).toBeUndefined();
});
