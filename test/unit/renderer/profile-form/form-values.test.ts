import { describe, expect, it } from 'vitest';
import { describeSystems } from '../../../../main/systems/registry.ts';
import { correct } from '../../../../renderer/views/profile-form/correct.ts';
import { draftOf, emptyValues, valuesOf } from '../../../../renderer/views/profile-form/form-values.ts';

const systems = describeSystems();
const acme = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'client_credentials',
  tenant: 'acme',
  clientId: 'id-1',
  request: { body: 'form', headers: { 'X-From': 'tokentray', 'X-Other': '1' } },
  refresh: { mode: 'on-use', earlySeconds: 90 },
  tags: ['emea', 'hr'],
};

const afterTyping = (texts: Readonly<Record<string, string>>) => {
  const values = valuesOf(acme, systems);
  return draftOf({ ...values, texts: { ...values.texts, ...texts } }, systems);
};

describe('a profile', () => {
  it('comes out of the form as it went in', () => {
    expect(draftOf(valuesOf(acme, systems), systems)).toEqual(acme);
  });

  it('keeps what no control shows', () => {
    const odd = { ...acme, version: 1, endpoints: { tokn: 'https://acme.api.identitynow.com/t' }, tenent: 'x' };
    expect(draftOf(valuesOf(odd, systems), systems)).toEqual(odd);
  });

  it('keeps values that a line of text cannot show', () => {
    const odd = { ...acme, name: { first: 'acme' }, tags: [1], request: { headers: { a: 1 } } };
    expect(draftOf(valuesOf(odd, systems), systems)).toEqual(odd);
  });

  it('keeps a system and a way to get tokens that this version does not know', () => {
    const odd = { name: 'acme', system: 'nerm', auth: 'pat' };
    expect(draftOf(valuesOf(odd, systems), systems)).toEqual(odd);
    expect(draftOf(valuesOf({ ...acme, auth: 'pat' }, systems), systems)).toEqual({ ...acme, auth: 'pat' });
  });

  it('that names no way to get tokens gets the first of its system', () => {
    const { auth, ...rest } = acme;
    expect(draftOf(valuesOf(rest, systems), systems)).toMatchObject({ auth });
  });
});

describe('what is typed', () => {
  it('is left out when it is empty', () => {
    expect(afterTyping({ 'request.body': '', clientId: ' ' })).not.toHaveProperty('clientId');
    expect(afterTyping({ 'refresh.mode': '', 'refresh.earlySeconds': '' })).not.toHaveProperty('refresh');
  });

  it('loses the blanks around it', () => {
    expect(afterTyping({ clientId: ' id-2\n' })).toMatchObject({ clientId: 'id-2' });
  });

  it('becomes a number where seconds are meant, and stays a text when it is none', () => {
    expect(afterTyping({ 'refresh.earlySeconds': '30' })).toMatchObject({ refresh: { earlySeconds: 30 } });
    expect(afterTyping({ 'refresh.earlySeconds': '1m' })).toMatchObject({ refresh: { earlySeconds: '1m' } });
  });

  it('becomes a list between commas', () => {
    expect(afterTyping({ tags: 'emea, ,apac,' })).toMatchObject({ tags: ['emea', 'apac'] });
  });

  it('for another system stays out of the profile, and is still there after choosing back', () => {
    const values = { ...valuesOf(acme, systems), texts: { ...valuesOf(acme, systems).texts, audience: 'api' } };
    expect(draftOf(values, systems)).not.toHaveProperty('audience');
    expect(draftOf({ ...values, system: 'oauth' }, systems)).toMatchObject({ audience: 'api' });
  });

  it('in an empty row is no header', () => {
    const values = { ...valuesOf(acme, systems), pairs: { 'request.headers': [['', ''] as const] } };
    expect(draftOf(values, systems)['request']).toEqual({ body: 'form' });
  });
});

it('makes nothing of a form in which nothing was entered', () => {
  expect(draftOf(emptyValues, systems)).toEqual({});
});

describe('a suggestion', () => {
  const take = (draft: Record<string, unknown>, path: string, suggestion?: string) =>
    draftOf(
      correct(
        valuesOf(draft, systems),
        { path, message: '', ...(suggestion === undefined ? {} : { suggestion }) },
        systems,
      ),
      systems,
    );

  it('for a field takes the place of its value', () => {
    expect(take({ ...acme, name: 'Acme Prod' }, 'name', 'acme-prod')).toEqual(acme);
  });

  it('for a name that is no field moves the value to the field that was meant', () => {
    const { tenant, ...rest } = acme;
    expect(take({ ...rest, tenent: tenant }, 'tenent', 'tenant')).toEqual(acme);
    expect(take({ ...acme, host: 'https://a' }, 'host', 'endpoints.api')).toEqual({
      ...acme,
      endpoints: { api: 'https://a' },
    });
  });

  it('for the system or the way to get tokens makes the form that of the right one', () => {
    expect(take({ ...acme, system: 'idn' }, 'system', 'isc')).toEqual(acme);
    expect(take({ ...acme, auth: 'pat' }, 'auth', 'client_credentials')).toEqual(acme);
  });

  it('that is none changes nothing', () => {
    expect(take(acme, 'name')).toEqual(acme);
  });
});
