import { describe, expect, it } from 'vitest';
import { iscUiOrigin, readIscTenant } from '../../../main/systems/isc-tenant.ts';

function issueOf(tenant: string) {
  const found = readIscTenant(tenant);
  return 'issue' in found ? found.issue : undefined;
}

describe.each([
  ['acme', 'https://acme.api.identitynow.com'],
  ['iga-acme-sb', 'https://iga-acme-sb.api.identitynow.com'],
  ['ACME', 'https://acme.api.identitynow.com'],
  ['acme.api.identitynow.com', 'https://acme.api.identitynow.com'],
  ['acme.api.identitynow-demo.com', 'https://acme.api.identitynow-demo.com'],
  ['https://acme.api.identitynow-demo.com', 'https://acme.api.identitynow-demo.com'],
  ['https://Acme.api.identitynow.com/', 'https://acme.api.identitynow.com'],
  ['acme.api.identitynow.com/', 'https://acme.api.identitynow.com'],
  ['acme.api.identitynow.com:8443', 'https://acme.api.identitynow.com:8443'],
])('the tenant %s', (tenant, api) => {
  it(`has its API at ${api}`, () => {
    expect(readIscTenant(tenant)).toEqual({ api });
  });
});

describe.each([
  ['the host of the user interface', 'acme.identitynow.com', 'acme'],
  ['the address of the user interface', 'https://acme.identitynow.com/ui/d/dashboard', 'acme'],
  ['the user interface of a demo tenant', 'acme.identitynow-demo.com', 'acme.api.identitynow-demo.com'],
  ['the sign-in host', 'acme.login.sailpoint.com', 'acme'],
  ['a token endpoint', 'https://acme.api.identitynow.com/oauth/token', 'acme.api.identitynow.com'],
  ['an API host by http', 'http://acme.api.identitynow.com', 'acme.api.identitynow.com'],
  ['half an API host', 'acme.api', 'acme'],
  ['a vanity host', 'iga.acme.com', undefined],
  ['no tenant before the domain', 'api.identitynow.com', undefined],
  ['the domain alone', 'identitynow.com', undefined],
  ['words', 'Acme Corporation', undefined],
  ['an underscore', 'acme_sb', undefined],
  ['a host with a user', 'https://jane:CANARY@acme.api.identitynow.com', undefined],
  ['this machine', 'localhost:8080', undefined],
  ['this machine without a port', 'localhost', undefined],
  ['an address of this machine', '127.0.0.1', undefined],
  ['dots only', '...', undefined],
])('a tenant that is %s', (_name, tenant, suggestion) => {
  it(`is an issue of the field, ${suggestion === undefined ? 'with no guess' : `suggesting ${suggestion}`}`, () => {
    expect(issueOf(tenant)).toMatchObject({ path: 'tenant' });
    expect(issueOf(tenant)?.suggestion).toBe(suggestion);
  });

  it('gets no password repeated', () => {
    expect(JSON.stringify(issueOf(tenant))).not.toContain('CANARY');
  });
});

it('tells the owner of a vanity host where to find the API host', () => {
  expect(issueOf('https://iga.acme.com/ui')?.message).toContain('https://iga.acme.com/ui/session');
});

it.each([
  ['https://acme.api.identitynow.com', 'https://acme.identitynow.com'],
  ['https://acme.api.identitynow-demo.com', 'https://acme.identitynow-demo.com'],
  ['http://127.0.0.1:8080', undefined],
  ['https://iga.acme.com', undefined],
])('derives from the API at %s the user interface at %s', (api, ui) => {
  expect(iscUiOrigin(api)).toBe(ui);
});
