import { describe, expect, it } from 'vitest';
import { readFrodoConnections } from '../../../main/transfer/frodo-connections.ts';

const connections = {
  'https://openam-acme-ew2.id.forgerock.io/am': {
    alias: 'acme-prod',
    allowInsecureConnection: false,
    deploymentType: 'cloud',
    isIGA: false,
    username: 'jane.admin@example.com',
    encodedPassword: 'encrypted-CANARY',
    svcacctId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
    svcacctName: 'Frodo-SA-1680231234567',
    encodedSvcacctJwk: 'encrypted-CANARY',
    svcacctScope: 'fr:am:* fr:idm:*',
    logApiKey: 'log-key-CANARY',
    encodedLogApiSecret: 'encrypted-CANARY',
  },
  'https://openam-acme-dev.forgeblocks.com/am': { username: 'jane', encodedPassword: 'encrypted-CANARY' },
};

const found = readFrodoConnections(connections);

describe('connection profiles of frodo', () => {
  it('become a profile for the service account and one for the log API', () => {
    expect(found?.profiles.map(({ draft }) => draft)).toEqual([
      {
        name: 'acme-prod',
        system: 'aic',
        environment: 'production',
        tenant: 'openam-acme-ew2.id.forgerock.io',
        auth: 'jwt_bearer',
        serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
        scope: 'fr:am:* fr:idm:*',
      },
      {
        name: 'acme-prod-logs',
        system: 'aic',
        environment: 'production',
        tenant: 'openam-acme-ew2.id.forgerock.io',
        auth: 'api_key',
      },
    ]);
  });

  it('bring only what is not encrypted, and say what has to be entered', () => {
    expect(found?.profiles.map(({ secrets }) => secrets)).toEqual([{}, { apiKey: 'log-key-CANARY' }]);
    expect(found?.profiles.map(({ notes }) => notes.length)).toEqual([1, 1]);
  });

  it('with nothing but an administrator are told, by their host alone', () => {
    expect(found?.problems).toHaveLength(1);
    expect(found?.problems[0]).toContain('openam-acme-dev.forgeblocks.com');
  });

  it('written by hand may hold the key itself', () => {
    const svcacctJwk = { kty: 'RSA', d: 'CANARY' };
    const own = readFrodoConnections({ 'https://openam-acme.forgeblocks.com/am': { svcacctId: 'x', svcacctJwk } });
    expect(own?.profiles[0]?.secrets).toEqual({ privateKeyJwk: svcacctJwk });
  });

  it('are nothing else', () => {
    expect(readFrodoConnections({ 'https://id.example.com': { anything: 1 } })).toBeUndefined();
    expect(readFrodoConnections({})).toBeUndefined();
  });
});
