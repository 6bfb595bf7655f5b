import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile, Secrets } from '../../../main/profiles/profile.ts';
import { createSignIns } from '../../../main/tokens/sign-in-desk.ts';
import type { SignIn, SignIns, SignInState } from '../../../main/tokens/sign-ins.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const redirectUri = 'https://myappdomain.com/oauth/redirect';
const isc: Profile = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'authorization_code',
  tenant: 'acme',
  clientId: 'client-1',
  redirectUri,
};
const oauth: Profile = {
  name: 'acme-api',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'client-1',
  redirectUri,
  endpoints: {
    token: 'https://id.example.com/token',
    authorize: 'https://id.example.com/authorize',
    deviceAuthorization: 'https://id.example.com/device',
    revoke: 'https://id.example.com/revoke',
  },
};
const device: Profile = { ...withoutRedirect(oauth), auth: 'device_code' };

const refreshToken = 'CANARY-refresh-token-1';
const jane = jwt({ user_name: 'jane.admin', user_id: '1', identity_id: 'i', org: 'acme', exp: 2_000_000_000 });
const iscAnswer = { body: { access_token: jane, token_type: 'bearer', expires_in: 749, refresh_token: refreshToken } };

let clock: FakeClock;
let storage: MemoryStorage;
let http: FakeHttp;
let signIns: SignIns;

beforeEach(() => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  http = new FakeHttp([iscAnswer], clock);
  signIns = createSignIns({ clock, http, storage });
});

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.CANARYsignature`;
}

function withoutRedirect(profile: Profile): Profile {
  const { redirectUri: _, ...rest } = profile;
  return rest;
}

async function add(profile: Profile, values?: Secrets, origin = 'https://acme.api.identitynow.com'): Promise<string> {
  const secrets = values === undefined ? {} : { secrets: { values, origin } };
  const [stored] = await storage.profiles.insert([{ profile, ...secrets }]);
  return stored?.id ?? '';
}

function waiting(signIn: SignIn): Extract<SignInState, { kind: 'waiting-for-person' }> {
  const state = signIn.state();
  if (state.kind !== 'waiting-for-person') throw new Error(`it is ${state.kind}`);
  return state;
}

/** The address that the server would send the browser to. */
function redirectOf(signIn: SignIn, parameters: Record<string, string> = { code: 'CANARY-code-1' }): string {
  const state = new URL(waiting(signIn).url).searchParams.get('state') ?? '';
  return `${redirectUri}?${new URLSearchParams({ ...parameters, state }).toString()}`;
}

const bodyOf = (index: number) => Object.fromEntries(new URLSearchParams(http.requests[index]?.body as string));

describe('a sign-in whose address is pasted', () => {
  it('waits at the authorize endpoint of the profile, for five minutes', async () => {
    const signIn = await signIns.start(await add(isc));
    const { url, finish, expiresAtMs } = waiting(signIn);
    expect(url).toMatch(/^https:\/\/acme\.login\.sailpoint\.com\/oauth\/authorize\?/);
    expect(finish).toBe('paste');
    expect(expiresAtMs).toBe(clock.now() + 300_000);
    expect(http.requests).toHaveLength(0);
  });

  it('RFC 7636 sections 4.1 to 4.3: exchanges the code with the verifier of the request, and no other', async () => {
    const signIn = await signIns.start(await add(isc));
    const { searchParams } = new URL(waiting(signIn).url);
    await signIn.paste(redirectOf(signIn));
    expect(http.requests[0]?.url).toBe('https://acme.api.identitynow.com/oauth/token');
    const { code_verifier: verifier, ...rest } = bodyOf(0);
    expect(rest).toStrictEqual({
      grant_type: 'authorization_code',
      client_id: 'client-1',
      code: 'CANARY-code-1',
      redirect_uri: redirectUri,
    });
    const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(searchParams.get('code_challenge')).toBe(Buffer.from(challenge).toString('base64url'));
  });

  it('sends the secret of a client that has one', async () => {
    const signIn = await signIns.start(await add(isc, { clientSecret: 'CANARY-secret' }));
    await signIn.paste(redirectOf(signIn));
    expect(bodyOf(0)).toMatchObject({ client_secret: 'CANARY-secret' });
  });

  it('stores token and session, and says who signed in', async () => {
    const id = await add(isc);
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn));
    expect(await signIn.ended).toMatchObject({ kind: 'done', identity: { user: 'jane.admin', org: 'acme' } });
    expect(await storage.tokens.read(id)).toMatchObject({ accessToken: jane });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken, origin: 'https://acme.api.identitynow.com' });
  });

  it('is told in the history of the profile, as is signing out', async () => {
    const id = await add(isc);
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn));
    await signIns.signOut(id);
    expect(storage.happened.map(({ event }) => event)).toMatchObject([
      { what: 'signed-in', identity: { user: 'jane.admin', org: 'acme' } },
      { what: 'signed-out' },
    ]);
    expect(JSON.stringify(storage.happened)).not.toContain('CANARY');
  });

  it('that fails is told in the history of the profile, one that was cancelled is not', async () => {
    const id = await add(isc);
    (await signIns.start(id)).cancel();
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn, { error: 'access_denied' }));
    await settle();
    expect(storage.happened.map(({ event }) => event)).toMatchObject([
      { what: 'failed', error: { code: 'auth.sign_in_denied' } },
    ]);
  });

  it('without a refresh token takes the old session away, which may be somebody else’s', async () => {
    const id = await add(isc);
    await storage.profiles.update(id, 1, { session: sessionOf('CANARY-old') });
    http.answerWith({ body: { access_token: jane, expires_in: 749 } });
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn));
    expect(await storage.sessions.read(id)).toBeUndefined();
    expect(signIn.state()).toMatchObject({ kind: 'done', note: expect.stringContaining('no refresh token') });
  });

  it('RFC 9700 section 2.1: goes on after an address that is not the right one, and sends nothing', async () => {
    const signIn = await signIns.start(await add(isc));
    for (const wrong of ['nonsense', `${redirectUri}?code=x&state=forged`, waiting(signIn).url]) {
      await expect(signIn.paste(wrong)).rejects.toMatchObject({ code: 'auth.sign_in_invalid' });
    }
    expect(http.requests).toHaveLength(0);
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state().kind).toBe('done');
  });

  it('RFC 6749 section 4.1.2.1: exchanges nothing where the answer is an error, and keeps the old session', async () => {
    const id = await add(isc);
    await storage.profiles.update(id, 1, { session: sessionOf('CANARY-old') });
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn, { error: 'access_denied', code: 'CANARY-code-1' }));
    expect(signIn.state()).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_denied' } });
    expect(http.requests).toHaveLength(0);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'CANARY-old' });
  });

  it('takes an address once', async () => {
    const signIn = await signIns.start(await add(isc));
    const address = redirectOf(signIn);
    await signIn.paste(address);
    await expect(signIn.paste(address)).rejects.toMatchObject({ code: 'auth.sign_in_invalid' });
    expect(http.requests).toHaveLength(1);
  });

  it('that was denied has failed, in the name of the profile', async () => {
    const id = await add(isc);
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn, { error: 'access_denied' }));
    expect(signIn.state()).toMatchObject({
      kind: 'failed',
      error: { code: 'auth.sign_in_denied', data: { profile: 'acme-prod', host: 'acme.login.sailpoint.com' } },
    });
    expect(http.requests).toHaveLength(0);
    expect(storage.tokens.facts(id)).toBeUndefined();
  });

  it('whose code the server refuses has failed and leaves the old session', async () => {
    const id = await add(isc);
    await storage.profiles.update(id, 1, { session: sessionOf('CANARY-old') });
    http.answerWith({ status: 400, body: { error: 'invalid_grant' } });
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state()).toMatchObject({ kind: 'failed', error: { code: 'auth.refused' } });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'CANARY-old' });
  });

  it.each(['code', 'code_verifier', 'client_secret'])('shows nothing of a %s that the refusal quotes', async (name) => {
    const signIn = await signIns.start(await add(isc, { clientSecret: 'CANARY-secret-9f3k' }));
    const address = redirectOf(signIn);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    // The verifier is known only once it was sent.
    const refusal = { error: 'invalid_grant', error_description: '' };
    http.answerWith({ status: 400, body: refusal, after: promise });
    const pasted = signIn.paste(address);
    await settle();
    const sent = bodyOf(0)[name] ?? '';
    refusal.error_description = `cannot use ${sent} here`;
    resolve(undefined);
    await pasted;
    expect(sent).not.toBe('');
    expect(signIn.state().kind).toBe('failed');
    expect(JSON.stringify(signIn.state())).not.toContain(sent);
  });

  it('fails when the profile became another client meanwhile', async () => {
    const id = await add(isc);
    const signIn = await signIns.start(id);
    await storage.profiles.update(id, 1, { profile: { ...isc, clientId: 'client-2' } });
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state()).toMatchObject({ kind: 'failed', error: { code: 'storage.database_busy' } });
    expect(storage.tokens.facts(id)).toBeUndefined();
  });

  it('succeeds when only the label of the profile changed meanwhile', async () => {
    const id = await add(isc);
    const signIn = await signIns.start(id);
    await storage.profiles.update(id, 1, { profile: { ...isc, label: 'Acme' } });
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state().kind).toBe('done');
    expect(storage.profiles.get(id)?.profile.label).toBe('Acme');
  });
});

const sessionOf = (refresh: string) => ({
  origin: 'https://acme.api.identitynow.com',
  record: { refreshToken: refresh, obtainedAtMs: 0, endsAtMs: null },
});

describe('an attempt', () => {
  it('is the one under way when somebody starts again', async () => {
    const id = await add(isc);
    const [first, second] = await Promise.all([signIns.start(id), signIns.start(id)]);
    expect(second).toBe(first);
    expect(await signIns.start(id)).toBe(first);
    expect(signIns.underWay()).toStrictEqual([first]);
  });

  it('is another one after it has ended, with another state', async () => {
    const id = await add(isc);
    const first = await signIns.start(id);
    const url = waiting(first).url;
    first.cancel();
    expect(await first.ended).toStrictEqual({ kind: 'cancelled' });
    const second = await signIns.start(id);
    expect(second.id).not.toBe(first.id);
    expect(waiting(second).url).not.toBe(url);
    expect(signIns.of(id)).toBe(second);
    expect(signIns.byId(second.id)).toBe(second);
  });

  it('ends after five minutes, and leaves no timer', async () => {
    const signIn = await signIns.start(await add(isc));
    await clock.advance(300_000);
    expect(await signIn.ended).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_timeout' } });
    expect(clock.pendingTimers).toBe(0);
  });

  it('ends when its caller says', async () => {
    const signIn = await signIns.start(await add(isc), { timeoutMs: 1_000 });
    await clock.advance(1_000);
    expect(signIn.state().kind).toBe('failed');
  });

  it('that was cancelled while the code is exchanged stores nothing and gives the session back', async () => {
    const id = await add(oauth);
    const answered = Promise.withResolvers<undefined>();
    http.answerWith({ ...iscAnswer, after: answered.promise }, {});
    const signIn = await signIns.start(id);
    const pasted = signIn.paste(redirectOf(signIn));
    await settle();
    signIn.cancel();
    answered.resolve(undefined);
    await pasted;
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(http.requests[1]?.url).toBe('https://id.example.com/revoke');
    expect(bodyOf(1)).toMatchObject({ token: refreshToken });
  });

  it('is told to who listens, each time it changes', async () => {
    const states: string[] = [];
    const signIn = await signIns.start(await add(isc));
    signIns.onChange(() => states.push(signIn.state().kind));
    await signIn.paste(redirectOf(signIn));
    expect(states).toStrictEqual(['finishing', 'finishing', 'done']);
  });

  it('is cancelled by closing, after which none begins', async () => {
    const id = await add(isc);
    const signIn = await signIns.start(id);
    await signIns.close();
    expect(signIn.state().kind).toBe('cancelled');
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'internal.cancelled' });
  });

  it('is not made for a profile that nobody signs in to', async () => {
    const id = await add({ ...withoutRedirect(isc), auth: 'client_credentials' });
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'config.unsupported' });
  });

  it('is not made while the secret is bound to another host', async () => {
    const id = await add(isc, { clientSecret: 'CANARY-secret' }, 'https://other.api.identitynow.com');
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'auth.secret_rebind' });
    expect(http.requests).toHaveLength(0);
  });

  it('is not made while the vault is locked: what it brings could not be kept', async () => {
    const id = await add(isc);
    storage.vaultError = new TokentrayError('storage.keychain_locked');
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'storage.keychain_locked' });
  });

  it('is not made with a redirect URI that nobody can be sent to', async () => {
    const id = await add({ ...isc, redirectUri: 'https://localhost:8080/code' });
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'config.profile_invalid' });
  });
});

describe('a sign-in as somebody else than the profile expects', () => {
  const expecting: Profile = { ...oauth, expectUser: 'joe.user' };
  const answer = { body: { ...iscAnswer.body, access_token: jwt({ sub: 'jane.admin' }) } };

  async function signInAsJane(): Promise<{ id: string; signIn: SignIn }> {
    const id = await add(expecting);
    await storage.profiles.update(id, 1, { session: { ...sessionOf('CANARY-old'), origin: 'https://id.example.com' } });
    http.answerWith(answer, {});
    const signIn = await signIns.start(id);
    await signIn.paste(redirectOf(signIn));
    return { id, signIn };
  }

  it('asks, and replaces nothing', async () => {
    const { id, signIn } = await signInAsJane();
    const expected = { kind: 'other-user', expected: { user: 'joe.user' }, actual: { user: 'jane.admin' } };
    expect(signIn.state()).toStrictEqual(expected);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'CANARY-old' });
    expect(storage.tokens.facts(id)).toBeUndefined();
  });

  it('takes the session when the person says so', async () => {
    const { id, signIn } = await signInAsJane();
    await signIn.accept();
    expect(signIn.state()).toMatchObject({ kind: 'done', note: expect.stringContaining('jane.admin') });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken });
    expect(http.requests).toHaveLength(1);
  });

  it.each(['cancel', 'time-out'])('gives the new session back on %s, and keeps the old one', async (way) => {
    const { id, signIn } = await signInAsJane();
    if (way === 'cancel') signIn.cancel();
    else await clock.advance(300_000);
    await settle();
    expect(bodyOf(1)).toMatchObject({ token: refreshToken, token_type_hint: 'refresh_token' });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'CANARY-old' });
  });

  it('has the whole time again to decide', async () => {
    const id = await add(expecting);
    http.answerWith(answer);
    const signIn = await signIns.start(id);
    await clock.advance(299_000);
    await signIn.paste(redirectOf(signIn));
    await clock.advance(200_000);
    expect(signIn.state().kind).toBe('other-user');
  });

  it('is known by the ID token where the access token does not tell', async () => {
    const id = await add({ ...expecting, scope: 'openid' });
    const signIn = await signIns.start(id);
    const nonce = new URL(waiting(signIn).url).searchParams.get('nonce');
    const nowSeconds = clock.now() / 1_000;
    const idToken = jwtOf('RS256', {
      iss: 'https://id.example.com',
      sub: '4711',
      aud: 'client-1',
      nonce,
      email: 'jane@acme.example',
      iat: nowSeconds,
      exp: nowSeconds + 60,
    });
    http.answerWith({ body: { access_token: 'CANARY-opaque', expires_in: 60, id_token: idToken } });
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state()).toMatchObject({ kind: 'other-user', actual: { user: 'jane@acme.example' } });
  });
});

function jwtOf(alg: string, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg })}.${part(claims)}.CANARYsignature`;
}

describe('a sign-in on another device', () => {
  const started = {
    body: {
      device_code: 'CANARY-device-code',
      user_code: 'WDJB-MJHT',
      verification_uri: 'https://id.example.com/device',
      verification_uri_complete: 'https://id.example.com/device?user_code=WDJB-MJHT',
      expires_in: 900,
      interval: 5,
    },
  };
  const pending = { status: 400, body: { error: 'authorization_pending' } };

  it('RFC 8628 section 3.3.1: shows the code beside the complete address', async () => {
    http.answerWith(started, pending);
    const signIn = await signIns.start(await add(device));
    expect(signIn.state()).toStrictEqual({
      kind: 'waiting-for-person',
      url: 'https://id.example.com/device?user_code=WDJB-MJHT',
      finish: 'device',
      userCode: 'WDJB-MJHT',
      verificationUri: 'https://id.example.com/device',
      expiresAtMs: clock.now() + 900_000,
    });
  });

  it('RFC 8628 section 3.4: asks until the person has finished, and stores what comes', async () => {
    const id = await add(device);
    http.answerWith(started, pending, iscAnswer);
    const signIn = await signIns.start(id);
    await clock.advance(10_000);
    expect(await signIn.ended).toMatchObject({ kind: 'done' });
    expect(http.requests).toHaveLength(3);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken });
  });

  it('RFC 8628 section 3.5: asks at the pace of the server, slower after slow_down', async () => {
    http.answerWith(started, pending, { status: 400, body: { error: 'slow_down' } }, pending);
    await signIns.start(await add(device));
    const asked: number[] = [];
    for (const seconds of [4, 1, 4, 1, 9, 1, 9, 1]) {
      await clock.advance(seconds * 1_000);
      asked.push(http.requests.length - 1);
    }
    expect(asked).toStrictEqual([0, 1, 1, 2, 2, 3, 3, 4]);
  });

  it('RFC 8628 section 3.5: ends with what the server says', async () => {
    http.answerWith(started, { status: 400, body: { error: 'access_denied' } });
    const signIn = await signIns.start(await add(device));
    await clock.advance(5_000);
    expect(signIn.state()).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_denied' } });
  });

  it('sends nothing more when it was cancelled', async () => {
    http.answerWith(started, pending);
    const signIn = await signIns.start(await add(device));
    signIn.cancel();
    await clock.advance(60_000);
    expect(http.requests).toHaveLength(1);
  });

  it('waits for no address', async () => {
    http.answerWith(started, pending);
    const signIn = await signIns.start(await add(device));
    await expect(signIn.paste(redirectUri)).rejects.toMatchObject({ code: 'auth.sign_in_invalid' });
  });

  it('does not begin where the server refuses', async () => {
    http.answerWith({ status: 401, body: { error: 'invalid_client' } });
    const id = await add(device);
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'auth.refused' });
    expect(signIns.of(id)).toBeUndefined();
  });

  it('sends no secret to another host than that of the token endpoint', async () => {
    const endpoints = { ...oauth.endpoints, deviceAuthorization: 'https://elsewhere.example/device' };
    const id = await add({ ...device, endpoints }, { clientSecret: 'CANARY-secret' }, 'https://id.example.com');
    await expect(signIns.start(id)).rejects.toMatchObject({ code: 'auth.secret_rebind' });
    expect(http.requests).toHaveLength(0);
  });
});

describe('RFC 9207 section 2.4: the issuer of a profile', () => {
  const issuer = 'https://id.example.com';
  const known: Profile = { ...oauth, issuer };
  const promising = { body: { issuer, authorization_response_iss_parameter_supported: true } };

  it('must be named in the answer where the server promises it', async () => {
    http.answerWith(promising, iscAnswer);
    const signIn = await signIns.start(await add(known));
    await expect(signIn.paste(redirectOf(signIn))).rejects.toMatchObject({ code: 'auth.sign_in_invalid' });
    await signIn.paste(redirectOf(signIn, { code: 'CANARY-code-1', iss: issuer }));
    expect(signIn.state().kind).toBe('done');
  });

  it('is promised by nobody who cannot be asked', async () => {
    http.answerWith(new TokentrayError('network.dns'), iscAnswer);
    const signIn = await signIns.start(await add(known));
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state().kind).toBe('done');
  });

  it('that the server does not have is refused before the browser opens', async () => {
    http.answerWith({ body: { issuer: 'https://evil.example' } });
    await expect(signIns.start(await add(known))).rejects.toMatchObject({ code: 'config.issuer_mismatch' });
  });

  it('alone is enough: endpoints that were found are stored before anybody is sent there', async () => {
    const { endpoints: _, ...bare } = known;
    const body = { issuer, token_endpoint: `${issuer}/token`, authorization_endpoint: `${issuer}/authorize` };
    http.answerWith({ body }, { body }, iscAnswer);
    const id = await add(bare);
    const signIn = await signIns.start(id);
    const { token_endpoint: token, authorization_endpoint: authorize } = body;
    expect(storage.profiles.get(id)?.profile.endpoints).toMatchObject({ token, authorize });
    await signIn.paste(redirectOf(signIn));
    expect(signIn.state().kind).toBe('done');
  });
});

describe('RFC 7009: signing out', () => {
  async function signedIn(profile: Profile, session?: string): Promise<string> {
    const id = await add(profile);
    const origin = new URL(profile.endpoints?.token ?? 'https://acme.api.identitynow.com').origin;
    const record = {
      accessToken: jane,
      tokenType: 'Bearer',
      obtainedAtMs: clock.now(),
      expiresAtMs: null,
      clockOffsetMs: null,
    };
    await storage.profiles.update(id, 1, {
      token: { record, origin },
      ...(session === undefined ? {} : { session: { ...sessionOf(session), origin } }),
    });
    return id;
  }

  it('revokes the refresh token and forgets everything', async () => {
    const id = await signedIn(oauth, refreshToken);
    http.answerWith({});
    expect(await signIns.signOut(id)).toStrictEqual({ revoked: true });
    expect(http.requests[0]?.url).toBe('https://id.example.com/revoke');
    expect(bodyOf(0)).toMatchObject({ token: refreshToken, token_type_hint: 'refresh_token', client_id: 'client-1' });
    expect(await storage.sessions.read(id)).toBeUndefined();
    expect(await storage.tokens.read(id)).toBeUndefined();
  });

  it('revokes the access token where there is no refresh token', async () => {
    const id = await signedIn(oauth);
    http.answerWith({});
    await signIns.signOut(id);
    expect(bodyOf(0)).toMatchObject({ token: jane, token_type_hint: 'access_token' });
  });

  it('of a system without revocation says where to sign out, and sends nothing', async () => {
    const id = await signedIn(isc, refreshToken);
    const { revoked, warning } = await signIns.signOut(id);
    expect(revoked).toBe(false);
    expect(warning).toContain('https://acme.identitynow.com/logout');
    expect(http.requests).toHaveLength(0);
    expect(await storage.sessions.read(id)).toBeUndefined();
  });

  it('forgets all the same when the server cannot be told, and says so without a token in it', async () => {
    const id = await signedIn(oauth, refreshToken);
    http.answerWith({ status: 503, body: { error: 'server_error', error_description: `no ${refreshToken}` } });
    const { revoked, warning } = await signIns.signOut(id);
    expect(revoked).toBe(false);
    expect(warning).toBeDefined();
    expect(warning).not.toContain('CANARY');
    expect(await storage.sessions.read(id)).toBeUndefined();
  });

  it('sends no token to a revocation endpoint on another host', async () => {
    const endpoints = { ...oauth.endpoints, revoke: 'https://elsewhere.example/revoke' };
    const id = await signedIn({ ...oauth, endpoints }, refreshToken);
    expect(await signIns.signOut(id)).toMatchObject({
      revoked: false,
      warning: expect.stringContaining('elsewhere.example'),
    });
    expect(http.requests).toHaveLength(0);
  });

  it('ends an attempt that is under way', async () => {
    const id = await signedIn(isc, refreshToken);
    const signIn = await signIns.start(id);
    await signIns.signOut(id);
    expect(signIn.state().kind).toBe('cancelled');
  });

  it('asks for no keychain where nobody can be told', async () => {
    const { redirectUri: _, ...pat } = { ...isc, auth: 'client_credentials' } as const;
    const id = await signedIn(pat);
    storage.vaultError = new TokentrayError('storage.keychain_locked');
    expect(await signIns.revoke(id)).toStrictEqual({ revoked: false });
    expect(await signIns.revoke(await signedIn({ ...isc, name: 'acme-other' }, refreshToken))).toMatchObject({
      warning: expect.stringContaining('/logout'),
    });
  });

  it('of a profile that has nothing sends nothing', async () => {
    expect(await signIns.revoke(await add(oauth))).toStrictEqual({ revoked: false });
    expect(http.requests).toHaveLength(0);
  });

  it('before a removal never fails', async () => {
    const id = await signedIn(oauth, refreshToken);
    storage.vaultError = new TokentrayError('storage.keychain_locked');
    expect(await signIns.revoke(id)).toMatchObject({ revoked: false, warning: expect.any(String) });
    expect(await signIns.revoke('nobody')).toMatchObject({ revoked: false });
  });
});
