import { describe, expect, test } from 'vitest';
import { createTokenMint } from '../../../../main/demo/isc/tokens.ts';
import { FakeClock } from '../../../fixtures/fake-clock.ts';

const identity = { tenantId: 'tenant', org: 'acme-demo', pod: 'demo' };
const user = { userId: '595826', identityId: 'ff8081', userName: 'jane.admin', authorities: ['ORG_ADMIN'] };
const request = { clientId: 'b61429f5', user, lifetimeSeconds: 60 };

function mintWithClock() {
  const clock = new FakeClock();
  return { clock, mint: createTokenMint(identity, clock) };
}

const part = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('an issued token', () => {
  test('is a JWT of the documented kind', () => {
    const { mint } = mintWithClock();
    expect(part(mint.issue(request).token, 0)).toEqual({ alg: 'HS256', typ: 'JWT' });
  });

  test('holds exactly the documented claims', () => {
    const { clock, mint } = mintWithClock();
    expect(part(mint.issue(request).token, 1)).toEqual({
      tenant_id: 'tenant',
      internal: false,
      pod: 'demo',
      org: 'acme-demo',
      identity_id: 'ff8081',
      user_name: 'jane.admin',
      strong_auth: true,
      authorities: ['ORG_ADMIN'],
      enabled: true,
      client_id: 'b61429f5',
      accessType: 'OFFLINE',
      strong_auth_supported: false,
      user_id: '595826',
      scope: ['read', 'write'],
      exp: Math.floor(clock.now() / 1_000) + 60,
      jti: expect.any(String),
    });
  });

  test('names nobody where the client is nobody’s', () => {
    const { mint } = mintWithClock();
    expect(mint.issue({ ...request, user: undefined }).claims).toMatchObject({
      user_id: null,
      identity_id: null,
      user_name: null,
    });
  });

  test('is another one every time', () => {
    const { mint } = mintWithClock();
    expect(mint.issue(request).token).not.toBe(mint.issue(request).token);
  });

  test('is accepted until it expires', async () => {
    const { clock, mint } = mintWithClock();
    const { token, claims } = mint.issue(request);
    expect(mint.check(token)).toEqual(claims);
    await clock.advance(60_000);
    expect(mint.check(token)).toBe('expired');
  });
});

describe('a refresh token', () => {
  test('holds the claims of its access token, the id of that, and an end of its own', () => {
    const { clock, mint } = mintWithClock();
    const access = mint.issue(request).claims;
    expect(part(mint.issueRefresh(access, 86_400).token, 1)).toEqual({
      ...access,
      ati: access.jti,
      exp: Math.floor(clock.now() / 1_000) + 86_400,
      jti: expect.any(String),
    });
  });

  test('is no access token', () => {
    const { mint } = mintWithClock();
    expect(mint.check(mint.issueRefresh(mint.issue(request).claims, 60).token)).toBe('invalid');
  });

  test('cannot be an access token', () => {
    const { mint } = mintWithClock();
    expect(mint.checkRefresh(mint.issue(request).token)).toBe('invalid');
  });

  test('is accepted until it expires', async () => {
    const { clock, mint } = mintWithClock();
    const { token, claims } = mint.issueRefresh(mint.issue(request).claims, 60);
    expect(mint.checkRefresh(token)).toEqual(claims);
    await clock.advance(60_000);
    expect(mint.checkRefresh(token)).toBe('expired');
  });
});

describe('a token is refused', () => {
  test('when another tenant issued it', () => {
    const { token } = mintWithClock().mint.issue(request);
    expect(mintWithClock().mint.check(token)).toBe('invalid');
  });

  test('when its claims were changed', () => {
    const { mint } = mintWithClock();
    const [head, , signature] = mint.issue(request).token.split('.');
    const claims = Buffer.from('{"exp":99999999999,"user_id":"1"}').toString('base64url');
    expect(mint.check(`${head}.${claims}.${signature}`)).toBe('invalid');
  });

  test('when it claims to need no signature', () => {
    const { mint } = mintWithClock();
    const [, claims] = mint.issue(request).token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    expect(mint.check(`${none}.${claims}.`)).toBe('invalid');
  });

  test('when something follows it', () => {
    const { mint } = mintWithClock();
    expect(mint.check(`${mint.issue(request).token}.CANARY`)).toBe('invalid');
  });

  test.each(['', 'CANARY', '..', 'a.b.c.d'])('when it is %j', (token) => {
    expect(mintWithClock().mint.check(token)).toBe('invalid');
  });
});
