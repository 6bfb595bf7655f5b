import { describe, expect, it } from 'vitest';
import { readAicTenant } from '../../../main/systems/aic-tenant.ts';

const fqdn = 'openam-acme-ew2.id.forgerock.io';

it.each([
  [fqdn, `https://${fqdn}`],
  [fqdn.toUpperCase(), `https://${fqdn}`],
  [`${fqdn}:8443`, `https://${fqdn}:8443`],
  ['openam-acme.forgeblocks.com', 'https://openam-acme.forgeblocks.com'],
])('takes %s for the tenant at %s', (tenant, origin) => {
  expect(readAicTenant(tenant)).toEqual({ origin });
});

describe.each<[string, string, RegExp, string | undefined]>([
  ['an address', `https://${fqdn}`, /alone/, fqdn],
  ['a token endpoint', `https://${fqdn}/am/oauth2/access_token`, /alone/, fqdn],
  ['a page of the admin console', `https://${fqdn}/login/admin`, /admin console/, fqdn],
  ['another page of the admin console', `https://${fqdn}/platform/?tab=1`, /admin console/, fqdn],
  ['a page of a realm', `https://${fqdn}/platform/?realm=alpha#/users`, /realm/, fqdn],
  ['an endpoint of a realm', `${fqdn}/am/oauth2/realms/root/realms/bravo/access_token`, /realm/, fqdn],
  ['an old endpoint of a realm', `https://${fqdn}/am/oauth2/alpha/access_token`, /realm/, fqdn],
  ['a custom domain', 'id.acme.com', /custom domain/, undefined],
  ['an address of a custom domain', 'https://id.acme.com/am', /custom domain/, undefined],
  ['a name alone', 'acme', /full host name/, undefined],
  ['words', 'Acme Corporation', /full host name/, undefined],
  ['this machine', 'localhost:8080', /full host name/, undefined],
  ['a host with a user', `https://jane:CANARY@${fqdn}`, /user name or password/, undefined],
])('a tenant that is %s', (_name, tenant, reason, suggestion) => {
  const read = readAicTenant(tenant);
  const issue = 'issue' in read ? read.issue : undefined;

  it('is an issue of the field that says why, with an example', () => {
    expect(issue).toMatchObject({ path: 'tenant', message: expect.stringMatching(reason), example: fqdn });
  });

  it(`gets ${suggestion === undefined ? 'no guess' : 'the tenant FQDN suggested'}`, () => {
    expect(issue?.suggestion).toBe(suggestion);
  });

  it('gets no password repeated', () => {
    expect(JSON.stringify(issue)).not.toContain('CANARY');
  });
});
