import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { claimsJson } from '../../../main/ipc/claims-json.ts';
import { cloneable } from '../../../main/ipc/cloneable.ts';
import { profileDetail } from '../../../main/ipc/profile-detail.ts';
import { decodeClaims } from '../../../main/tokens/claims.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

const part = (json: string) => Buffer.from(json).toString('base64url');
const jwt = `${part('{"alg":"RS256"}')}.${part('{"user_name":"jane","big":9007199254740993,"in":{"list":[1,9007199254740993]}}')}.CANARYsignature`;

let application: CallApplication;
let id: string;
beforeEach(async () => {
  application = new CallApplication();
  application.tenant.outcomes = [{ token: jwt, lifetimeMs: 749_000 }];
  id = await application.add();
});

describe("a profile's page", () => {
  it('shows what the token says about itself', async () => {
    await application.engine.token(id);
    const { claims } = await profileDetail(application.ports, id);
    expect(claims).toMatchObject({ header: { alg: 'RS256' }, payload: { user_name: 'jane' } });
  });

  it('explains the claims that are known, and lists what the token allows', async () => {
    const detail = async () => profileDetail(application.ports, id);
    await application.engine.token(id);
    expect((await detail()).claims?.known.map(({ name, label }) => [name, label])).toEqual([['user_name', 'User']]);
    expect((await detail()).access).toEqual([]);
    const payload = part('{"authorities":["ORG_ADMIN"],"scope":["read"],"exp":1800000660}');
    application.tenant.outcomes = [{ token: `${part('{}')}.${payload}.x`, lifetimeMs: 749_000 }];
    await application.engine.token(id, { force: true });
    expect((await detail()).access).toEqual([
      { claim: 'scope', label: 'Scopes', items: [{ name: 'read', meaning: null }] },
      { claim: 'authorities', label: 'Authorities', items: [{ name: 'ORG_ADMIN', meaning: 'Admin' }] },
    ]);
    expect((await detail()).claims?.known.map(({ name }) => name)).toEqual(['exp', 'authorities', 'scope']);
  });

  it('shows which secrets are stored, and not what they are', async () => {
    const detail = await profileDetail(application.ports, id);
    expect(detail.storedSecrets).toEqual(['clientSecret']);
    expect(JSON.stringify(detail)).not.toContain('CANARY');
  });

  it('holds nothing of the signature', async () => {
    await application.engine.token(id);
    expect(JSON.stringify(await profileDetail(application.ports, id))).not.toContain('CANARY');
  });

  it('shows no claims of a token that is none of its own', async () => {
    application.tenant.outcomes = [{ token: 'opaque-CANARY', lifetimeMs: 749_000 }];
    await application.engine.token(id);
    await expect(profileDetail(application.ports, id)).resolves.toMatchObject({ claims: null });
  });

  it('shows the rest while the vault is locked', async () => {
    await application.engine.token(id);
    application.storage.vaultError = new TokentrayError('storage.keychain_locked');
    await expect(profileDetail(application.ports, id)).resolves.toMatchObject({
      claims: null,
      tokenType: 'Bearer',
      tokenEndpoint: 'https://acme.api.identitynow.com/oauth/token',
    });
  });

  it('of a profile that is gone fails', async () => {
    await expect(profileDetail(application.ports, 'nobody')).rejects.toMatchObject({
      code: 'config.profile_not_found',
    });
  });
});

describe('claims as JSON', () => {
  it('keep every digit, and hold nothing of the signature', async () => {
    await application.engine.token(id);
    const json = await claimsJson(application.engine, id, 'payload');
    expect(json).toContain('"big": 9007199254740993');
    expect(JSON.parse(await claimsJson(application.engine, id, 'header'))).toEqual({ alg: 'RS256' });
    expect(json).not.toContain('CANARY');
  });

  it('are none where there is no token, and where it is opaque', async () => {
    const refusal = { code: 'internal.bad_request' };
    await expect(claimsJson(application.engine, id, 'payload')).rejects.toMatchObject(refusal);
    application.tenant.outcomes = [{ token: 'opaque-CANARY', lifetimeMs: 749_000 }];
    await application.engine.token(id);
    await expect(claimsJson(application.engine, id, 'payload')).rejects.toMatchObject(refusal);
  });
});

describe('claims on their way to the window', () => {
  it('keep every digit, and survive the way', () => {
    const claims = cloneable(decodeClaims(jwt)?.payload ?? {});
    expect(structuredClone(claims)).toEqual({
      user_name: 'jane',
      big: '9007199254740993',
      in: { list: [1, '9007199254740993'] },
    });
  });
});
