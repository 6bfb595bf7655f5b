import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { renderSnippet } from '../../../main/snippets/snippet.ts';

const isc: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' };
const accessToken = 'eyJ.CANARY.sig';
const token = { accessToken, tokenType: 'bearer' };
const input = { profile: isc, token, literal: false };
const withoutApi: Profile = { ...isc, system: 'oauth', endpoints: { token: 'https://id.example.com/t' } };

interface Environment {
  readonly name: string;
  readonly values: readonly { readonly key: string; readonly value: string; readonly type: string }[];
}

function environment(profile: Profile): Environment {
  return JSON.parse(renderSnippet('postman', { ...input, profile })) as Environment;
}

describe('a request for a .http file', () => {
  it('is the sample call with its header', () => {
    expect(renderSnippet('http', input)).toBe(
      [
        '### acme-prod',
        'GET https://acme.api.identitynow.com/v3/account-activities?limit=1',
        `Authorization: Bearer ${accessToken}`,
      ].join('\n'),
    );
  });

  it('calls the API for which its scope was asked', () => {
    expect(renderSnippet('http', { ...input, wishes: { scope: 'read' } })).toContain('GET https://acme.api');
  });

  it('takes braces in an address for no variable', () => {
    const profile: Profile = { ...withoutApi, endpoints: { api: 'https://api.example.com/{{x}}' } };
    expect(renderSnippet('http', { ...input, profile })).toContain('GET https://api.example.com/%7B%7Bx%7D%7D');
  });

  it('has no address where no API is known, and says where to put it', () => {
    const lines = renderSnippet('http', { ...input, profile: withoutApi }).split('\n');
    expect(lines[1]).toMatch(/^# .*@apiUrl/);
    expect(lines[2]).toBe('GET {{apiUrl}}');
  });
});

describe('a Postman environment', () => {
  it('has the API, the token as a secret, and what the tab for OAuth 2.0 asks for', () => {
    expect(environment(isc).values).toEqual([
      { key: 'baseUrl', value: 'https://acme.api.identitynow.com', type: 'default', enabled: true },
      { key: 'accessToken', value: accessToken, type: 'secret', enabled: true },
      {
        key: 'accessTokenUrl',
        value: 'https://acme.api.identitynow.com/oauth/token',
        type: 'default',
        enabled: true,
      },
      { key: 'clientId', value: 'id-1', type: 'default', enabled: true },
    ]);
  });

  it('is named as the person knows the profile', () => {
    expect([environment(isc).name, environment({ ...isc, label: 'Acme "prod"' }).name]).toEqual([
      'acme-prod',
      'Acme "prod"',
    ]);
  });

  it('says by its scope what it is, which Postman looks for when it imports', () => {
    expect(environment(isc)).toHaveProperty('_postman_variable_scope', 'environment');
  });

  it('leaves the API empty where it is not known', () => {
    expect(environment(withoutApi).values[0]).toMatchObject({ key: 'baseUrl', value: '' });
  });

  it('calls an API key by its name', () => {
    const profile: Profile = {
      name: 'key',
      system: 'oauth',
      auth: 'api_key',
      apiKeyHeader: 'x-key',
      endpoints: { api: 'https://api.example.com' },
    };
    expect(environment(profile).values.map(({ key }) => key)).toEqual(['baseUrl', 'apiKey']);
  });
});
