import { describe, expect, it } from 'vitest';
import { describeSystems } from '../../../../main/systems/registry.ts';
import {
  authsOf,
  fieldsFor,
  isAtFront,
  optionalGroups,
  usableFields,
} from '../../../../renderer/views/profile-form/form-fields.ts';
import { issueAt, issuesElsewhere, issueSentence } from '../../../../renderer/views/profile-form/form-issues.ts';
import { shownIssue } from '../../../../renderer/views/profile-form/form-state.ts';
import { hasSecrets, typedSecrets } from '../../../../renderer/views/profile-form/typed-secrets.ts';

const systems = describeSystems();
const fields = fieldsFor(systems, { system: 'isc', auth: 'client_credentials' });
const name = { path: 'name', label: 'Name' };
const headers = { path: 'request.headers', label: 'Extra headers' };

describe('the fields', () => {
  it('wait for a system', () => {
    expect(fieldsFor(systems, { system: null, auth: null })).toEqual([]);
    expect(authsOf(systems, null)).toEqual([]);
  });

  it.each(systems.map(({ id }) => id))('of %s that may be left out stand in one group each', (system) => {
    const all = fieldsFor(systems, { system, auth: null });
    const grouped = optionalGroups(all).flatMap((group) => group.fields.map(({ path }) => path));
    const optional = all.filter((field) => !isAtFront(field) && field.insteadOf === undefined).map(({ path }) => path);
    expect(grouped.toSorted()).toEqual(optional.toSorted());
  });
});

it('a field that stands in for another is neither at the front nor among the further ones', () => {
  const all = fieldsFor(systems, { system: 'oauth', auth: 'authorization_code' });
  const instead = all.filter(({ insteadOf }) => insteadOf === 'issuer');
  expect(instead.map(({ path }) => path)).toEqual(['endpoints.authorize', 'endpoints.token']);
  expect(instead.some(isAtFront)).toBe(false);
  expect(optionalGroups(instead)).toEqual([]);
});

it('the address of an API stands under Addresses, in a form that makes no token request', () => {
  const groups = optionalGroups(fieldsFor(systems, { system: 'nerm', auth: 'api_key' }));
  expect(groups.find(({ title }) => title === 'Token request')).toBeUndefined();
  expect(groups.find(({ title }) => title === 'Addresses')?.fields.map(({ path }) => path)).toEqual(['endpoints.api']);
});

describe('an issue', () => {
  const inside = { path: 'request.headers.Host', message: 'Must not be set here.' };

  it('of something inside a field is one of the field', () => {
    expect(issueAt([inside], 'request.headers')).toBe(inside);
    expect(issueAt([inside], 'request.head')).toBeUndefined();
  });

  it('of no field is told elsewhere', () => {
    const unknown = { path: 'tenent', message: 'There is no such field.' };
    expect(issuesElsewhere([unknown, inside, { path: 'name', message: '' }], fields, true)).toEqual([unknown]);
  });

  it('of the system is told with the choice while there is none', () => {
    const system = { path: 'system', message: 'Is not supported.' };
    expect(issuesElsewhere([system], [], false)).toEqual([]);
    expect(issuesElsewhere([system], fields, true)).toEqual([system]);
  });

  it('reads as a sentence about the field', () => {
    expect(issueSentence({ path: 'name', message: 'Is missing.' }, name)).toBe('Name is missing.');
    expect(issueSentence({ path: 'name', message: 'Another profile has it.' }, name)).toBe('Another profile has it.');
    expect(issueSentence(inside, headers)).toBe('Host must not be set here.');
    expect(issueSentence({ path: 'tags.0', message: 'Must be a text.' }, { path: 'tags', label: 'Tags' })).toBe(
      'Tags must be a text.',
    );
  });

  it('is shown once the field was changed and left, or after a refusal', () => {
    const issues = [{ path: 'name', message: 'Is missing.' }];
    const state = { touched: new Set<string>(), showsAll: false, issues };
    expect(shownIssue(state, name, [])).toBeUndefined();
    expect(shownIssue({ ...state, touched: new Set(['name']) }, name, [])).toBe(issues[0]);
    expect(shownIssue({ ...state, showsAll: true }, name, [])).toBe(issues[0]);
  });

  it('of a stored secret is shown at once', () => {
    const issues = [{ path: 'secrets.clientSecret', message: 'Must be entered again.' }];
    const secret = { path: 'secrets.clientSecret', secret: 'clientSecret' } as const;
    const state = { touched: new Set<string>(), showsAll: false, issues };
    expect(shownIssue(state, secret, ['clientSecret'])).toBe(issues[0]);
    expect(shownIssue(state, secret, [])).toBeUndefined();
  });
});

describe('typed secrets', () => {
  const shown = [{ secret: 'clientSecret' }, { secret: 'privateKeyJwk' }] as const;

  it('are none while their fields are empty', () => {
    expect(typedSecrets({ clientSecret: '' }, shown)).toBeUndefined();
    expect(hasSecrets({ clientSecret: '' })).toBe(false);
  });

  it('travel exactly as they were typed', () => {
    expect(typedSecrets({ clientSecret: ' secret-CANARY ' }, shown)).toEqual({ clientSecret: ' secret-CANARY ' });
  });

  it('stay where they were typed for another way to a token', () => {
    expect(typedSecrets({ apiKey: 'key-CANARY' }, shown)).toBeUndefined();
    expect(hasSecrets({ apiKey: 'key-CANARY' })).toBe(true);
  });

  it('are an object where the secret is a key, and the text where it is none', () => {
    expect(typedSecrets({ privateKeyJwk: '{"kty":"RSA"}' }, shown)).toEqual({ privateKeyJwk: { kty: 'RSA' } });
    expect(typedSecrets({ privateKeyJwk: 'key-CANARY' }, shown)).toEqual({ privateKeyJwk: 'key-CANARY' });
  });
});

describe('the secrets that a client shows itself by', () => {
  const all = fieldsFor(systems, { system: 'oauth', auth: 'client_credentials' });
  const secretsOf = (clientAuth: string) =>
    usableFields(all, { 'request.clientAuth': clientAuth }).flatMap(({ secret }) => secret ?? []);

  it.each([
    ['', ['clientSecret']],
    ['client_secret_basic', ['clientSecret']],
    ['private_key_jwt', ['privateKeyJwk']],
    ['none', []],
  ])('with %j are %j', (clientAuth, secrets) => {
    expect(secretsOf(clientAuth)).toEqual(secrets);
  });

  it('are one thing, and the key that signs for the grant another', () => {
    const service = fieldsFor(systems, { system: 'oauth', auth: 'jwt_bearer' });
    const secrets = usableFields(service, { 'request.clientAuth': 'none' }).flatMap(({ secret }) => secret ?? []);
    expect(secrets).toEqual(['privateKeyJwk']);
  });
});
