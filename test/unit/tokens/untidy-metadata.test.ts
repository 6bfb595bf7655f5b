/** Metadata as real servers write them, from the profile that is added by its issuer to its token. */
import { beforeEach, describe, expect, it } from 'vitest';
import { completeProfile } from '../../../main/tokens/complete-profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { createEnrolment } from '../../../main/tokens/enrolment.ts';
import { createObtainToken } from '../../../main/tokens/obtain.ts';
import { createSignIns } from '../../../main/tokens/sign-in-desk.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const issuer = 'https://id.example.com';
const metadata = {
  issuer,
  token_endpoint: `${issuer}//oauth//token`,
  authorization_endpoint: `${issuer}//oauth//authorize`,
  device_authorization_endpoint: `${issuer}//oauth//device`,
  revocation_endpoint: `${issuer}//oauth//revoke`,
};

const untidy: readonly (readonly [name: string, answer: object])[] = [
  ['double slashes in endpoint URLs', { body: metadata }],
  ['other grants than are supported', { body: { ...metadata, grant_types_supported: ['implicit'] } }],
  ['no grant', { body: { ...metadata, grant_types_supported: [] } }],
  ['grants that are no list', { body: { ...metadata, grant_types_supported: 'authorization_code' } }],
  ['other response types', { body: { ...metadata, response_types_supported: ['token'] } }],
  ['no PKCE', { body: { ...metadata, code_challenge_methods_supported: [] } }],
  ['scopes as a text', { body: { ...metadata, scopes_supported: 'openid api' } }],
  ['null members', { body: { ...metadata, jwks_uri: null, revocation_endpoint: null, userinfo_endpoint: null } }],
  ['a revocation endpoint that cannot be used', { body: { ...metadata, revocation_endpoint: '/oauth/revoke' } }],
  ['status 201', { status: 201, body: metadata }],
  ['text/html as its content type', { headers: { 'content-type': 'text/html' }, body: JSON.stringify(metadata) }],
  ['a byte order mark', { body: `\uFEFF${JSON.stringify(metadata)}` }],
];

let clock: FakeClock;
let http: FakeHttp;
let storage: MemoryStorage;

beforeEach(() => {
  clock = new FakeClock();
  http = new FakeHttp([], clock);
  storage = new MemoryStorage(clock);
});

/** Adds a profile that names its issuer alone, at a server that describes itself so. */
async function add(answer: object, profile: object, secrets?: object): Promise<string> {
  http.answerWith(answer);
  const obtain = createObtainToken(http, clock);
  const complete = (given: Parameters<typeof completeProfile>[1]) => completeProfile(http, given);
  const enrolment = createEnrolment({ clock, storage, obtain, complete });
  await enrolment.add({ name: 'acme', system: 'oauth', issuer, clientId: 'client-1', ...profile }, secrets);
  return storage.profiles.find('acme')?.id ?? '';
}

const lastUrl = () => http.requests.at(-1)?.url;

describe.each(untidy)('metadata with %s', (_name, answer) => {
  it('are good for client credentials', async () => {
    const id = await add(answer, { auth: 'client_credentials' }, { clientSecret: 'CANARY-secret' });
    const engine = createEngine({ clock, storage, obtain: createObtainToken(http, clock), random: () => 0.5 });
    http.answerWith({ body: { access_token: 'CANARY-access' } });
    expect((await engine.token(id)).token.accessToken).toBe('CANARY-access');
    expect(lastUrl()).toBe(`${issuer}//oauth//token`);
  });

  it('are good for a sign-in', async () => {
    const redirectUri = 'https://app.example.com/callback';
    const id = await add(answer, { auth: 'authorization_code', redirectUri });
    const signIns = createSignIns({ clock, http, storage });
    const signIn = await signIns.start(id);
    const state = signIn.state();
    if (state.kind !== 'waiting-for-person') throw new Error(`it is ${state.kind}`);
    expect(state.url.startsWith(`${issuer}//oauth//authorize?`)).toBe(true);
    http.answerWith({ body: { access_token: 'CANARY-access', refresh_token: 'CANARY-refresh' } });
    await signIn.paste(`${redirectUri}?code=CANARY-code&state=${new URL(state.url).searchParams.get('state')}`);
    expect(signIn.state().kind).toBe('done');
    expect((await storage.sessions.read(id))?.refreshToken).toBe('CANARY-refresh');
    await signIns.close();
  });

  it('are good for a device', async () => {
    const id = await add(answer, { auth: 'device_code' });
    const signIns = createSignIns({ clock, http, storage });
    const started = { device_code: 'CANARY-device', user_code: 'WDJB', verification_url: `${issuer}/device` };
    http.answerWith(
      { status: 201, body: { ...started, expires_in: '900', interval: null } },
      { body: { access_token: 'CANARY-access' } },
    );
    const signIn = await signIns.start(id);
    expect(lastUrl()).toBe(`${issuer}//oauth//device`);
    await clock.advance(5_000);
    expect(signIn.state().kind).toBe('done');
    await signIns.close();
  });
});
