import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeSystems, systems } from '../../../main/systems/registry.ts';
import { requiredSecrets, validateProfile, validateSecrets } from '../../../main/systems/validate.ts';

const acme: Profile = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'client_credentials',
  tenant: 'acme',
  clientId: 'G6xLlBBOKIcOAQuK',
};

function refusalOf(run: () => unknown): TokentrayError {
  try {
    run();
  } catch (error) {
    if (error instanceof TokentrayError) return error;
  }
  throw new Error('was accepted');
}

describe('a profile', () => {
  it('that is right comes back', () => {
    expect(validateProfile({ ...acme })).toEqual(acme);
  });

  it.each([
    ['shape', { ...acme, tenantName: 'a' }],
    ['system', { ...acme, tenant: 'acme.identitynow.com' }],
  ])('that is wrong by its %s is refused with its issues and its name', (_name, input) => {
    const { code, data } = refusalOf(() => validateProfile(input));
    expect([code, data.profile, data.issues?.length]).toEqual(['config.profile_invalid', 'acme-prod', 1]);
  });

  it('whose name is none is refused without it', () => {
    expect(refusalOf(() => validateProfile({ ...acme, name: 'A\u001b' })).data.profile).toBeUndefined();
  });

  it('that is no object is refused', () => {
    expect(refusalOf(() => validateProfile(undefined)).code).toBe('config.profile_invalid');
  });
});

describe('secrets', () => {
  it('that the profile needs come back', () => {
    expect(validateSecrets({ clientSecret: 'CANARY' }, acme)).toEqual({ clientSecret: 'CANARY' });
  });

  it('may be missing', () => {
    expect(validateSecrets({}, acme)).toEqual({});
  });

  it.each([
    ['an empty one', { clientSecret: '' }, 'clientSecret'],
    ['one of another kind', { apiKey: 'CANARY' }, 'apiKey'],
    ['an unknown one', { pin: 'CANARY' }, 'pin'],
  ])('with %s are refused and not repeated', (_name, input, path) => {
    const { code, data, message } = refusalOf(() => validateSecrets(input, acme));
    expect([code, data.issues?.map((issue) => issue.path)]).toEqual(['config.secrets_invalid', [path]]);
    expect(JSON.stringify([data, message])).not.toContain('CANARY');
  });

  it('are refused with an example of those that the profile needs', () => {
    const aic: Profile = { name: 'aic', system: 'aic', auth: 'jwt_bearer', tenant: 'openam-acme.forgeblocks.com' };
    expect(refusalOf(() => validateSecrets({ clientSecret: 'CANARY' }, aic)).data.expected).toBe(
      '{"privateKeyJwk": {…}}',
    );
  });

  describe('that are an API key with its scheme before it', () => {
    const key: Profile = { name: 'key', system: 'nerm', auth: 'api_key', tenant: 'acme' };

    it('are refused where the scheme is put before it anyway', () => {
      const { data } = refusalOf(() => validateSecrets({ apiKey: 'Bearer CANARY' }, key));
      expect(data.issues).toMatchObject([{ path: 'apiKey' }]);
    });

    it('are taken where the header holds the bare key', () => {
      const own: Profile = { ...key, system: 'oauth', apiKeyHeader: 'X-Api-Key' };
      expect(validateSecrets({ apiKey: 'Bearer CANARY' }, own)).toEqual({ apiKey: 'Bearer CANARY' });
    });
  });

  it('are refused by a profile that needs none', () => {
    const open: Profile = { ...acme, system: 'oauth', request: { clientAuth: 'none' } };
    expect(refusalOf(() => validateSecrets({ clientSecret: 'CANARY' }, open)).code).toBe('config.secrets_invalid');
  });
});

it.each<[Profile['request'], readonly string[]]>([
  [undefined, ['clientSecret']],
  [{ clientAuth: 'client_secret_post' }, ['clientSecret']],
  [{ clientAuth: 'client_secret_basic' }, ['clientSecret']],
  [{ clientAuth: 'none' }, []],
])('a profile with the request %j needs %j', (request, kinds) => {
  expect(requiredSecrets(request === undefined ? acme : { ...acme, request })).toEqual(kinds);
});

describe.each(Object.values(systems))('the description of $id', (system) => {
  const description = describeSystems().find(({ id }) => id === system.id);

  it('covers each of its ways to get a token', () => {
    expect(description?.auths.map(({ auth }) => auth)).toEqual(system.auths);
  });

  it.each(system.auths)('gives for every field at the front of a form with %s an example that is accepted', (auth) => {
    const fields = description?.auths.find((each) => each.auth === auth)?.fields ?? [];
    const profile: Record<string, unknown> = { system: system.id, auth };
    for (const { path, example, required } of fields.filter(({ secret }) => secret === undefined)) {
      if (!required) continue;
      const [parent = '', child] = path.split('.');
      profile[parent] = child === undefined ? example : { ...(profile[parent] as object), [child]: example };
    }
    expect(validateProfile(profile)).toMatchObject({ system: system.id, auth });
  });
});
