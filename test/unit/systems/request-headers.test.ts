import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { requestHeaders } from '../../../main/systems/request-headers.ts';

const isc: Profile = { name: 'acme', system: 'isc', auth: 'client_credentials' };
const nerm: Profile = { name: 'acme-nerm', system: 'nerm', auth: 'api_key', tenant: 'acme' };
const logs: Profile = { name: 'acme-logs', system: 'aic', auth: 'api_key', tenant: 'openam-acme.id.forgerock.io' };
const token = { accessToken: 'CANARY-token', tokenType: 'Bearer' };

describe('a token goes', () => {
  it('RFC 6750 section 2.1: into the Authorization header as Bearer', () => {
    expect(requestHeaders(isc, token)).toEqual([['Authorization', 'Bearer CANARY-token']]);
  });

  it.each(['bearer', 'BEARER'])(
    'RFC 6750 section 2.1: as Bearer, also when the server calls its type %s',
    (tokenType) => {
      expect(requestHeaders(isc, { ...token, tokenType })).toEqual([['Authorization', 'Bearer CANARY-token']]);
    },
  );

  it('under the type that the server names, where that is another one', () => {
    expect(requestHeaders(isc, { ...token, tokenType: 'DPoP' })).toEqual([['Authorization', 'DPoP CANARY-token']]);
  });

  it('into the Authorization header of a profile that takes it from another one', () => {
    const linked: Profile = { ...nerm, auth: 'linked', uses: 'acme' };
    expect(requestHeaders(linked, token)).toEqual([['Authorization', 'Bearer CANARY-token']]);
  });
});

describe('an API key goes', () => {
  it('as a bearer token, where the profile names no header', () => {
    expect(requestHeaders(nerm, { ...token, tokenType: 'api_key' })).toEqual([
      ['Authorization', 'Bearer CANARY-token'],
    ]);
  });

  it('bare into the header that the profile names', () => {
    const own: Profile = { ...nerm, system: 'oauth', apiKeyHeader: 'X-Api-Key' };
    expect(requestHeaders(own, token)).toEqual([['X-Api-Key', 'CANARY-token']]);
  });

  it('as a bearer token into an Authorization header that the profile names in any case', () => {
    const own: Profile = { ...nerm, system: 'oauth', apiKeyHeader: 'authorization' };
    expect(requestHeaders(own, token)).toEqual([['authorization', 'Bearer CANARY-token']]);
  });

  it("into the two headers of PingOne AIC's log API, with its secret", () => {
    expect(requestHeaders(logs, { ...token, apiSecret: 'CANARY-secret' })).toEqual([
      ['x-api-key', 'CANARY-token'],
      ['x-api-secret', 'CANARY-secret'],
    ]);
  });
});
