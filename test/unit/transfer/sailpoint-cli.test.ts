import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../main/transfer/read-document.ts';

/** As the tool writes it today: the personal access token is in the keychain. */
const current = `activeenvironment: acme-sb
authtype: pat
customexporttemplatespath: ""
debug: false
environments:
    acme:
        baseurl: https://acme.api.identitynow.com
        tenanturl: https://acme.identitynow.com
    acme-sb:
        baseurl: https://acme-sb.api.identitynow.com
        tenanturl: https://acme-sb.identitynow.com
    vanity:
        baseurl: https://iga.api.identitynow.com
        tenanturl: https://iga.acme.com
exporttemplatespath: ""
`;

/** As older versions wrote it. */
const older = `authtype: PAT
environments:
  Default:
    tenanturl: "https://acme.identitynow-demo.com"
    baseurl: "https://acme.api.identitynow-demo.com"
    pat:
      clientid: 4f5a1c2d3e4f5a6b7c8d9e0f1a2b3c4d
      clientsecret: secret-CANARY
      accesstoken: token-CANARY
      expiry: 2024-01-01T00:00:00Z
`;

describe('a configuration of the SailPoint CLI', () => {
  it('becomes a profile for each environment, without the secrets that are not in it', async () => {
    expect(await readDocument(current)).toMatchObject({
      source: 'SailPoint CLI configuration',
      profiles: [
        { draft: { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme' }, secrets: {} },
        { draft: { name: 'acme-sb', tenant: 'acme-sb', environment: 'sandbox' }, secrets: {} },
        { draft: { name: 'vanity', tenant: 'iga', endpoints: { ui: 'https://iga.acme.com' } } },
      ],
      problems: [],
    });
  });

  it('says where the tool keeps its secrets', async () => {
    const found = await readDocument(current);
    expect(found?.profiles[0]?.notes.join()).toContain('keychain');
  });

  it('of an older version brings id and secret, and no token', async () => {
    const found = await readDocument(older);
    expect(found?.profiles).toEqual([
      {
        draft: {
          name: 'acme',
          system: 'isc',
          auth: 'client_credentials',
          tenant: 'acme.api.identitynow-demo.com',
          clientId: '4f5a1c2d3e4f5a6b7c8d9e0f1a2b3c4d',
        },
        secrets: { clientSecret: 'secret-CANARY' },
        notes: [],
      },
    ]);
  });

  it('with the own sign-in of the tool asks for a personal access token', async () => {
    const found = await readDocument(current.replace('authtype: pat', 'authtype: oauth'));
    expect(found?.profiles[0]?.notes.join()).toContain('personal access token');
  });

  it('tells an environment without a tenant, and takes the others', async () => {
    const found = await readDocument(
      `${current}    empty:\n`.replace('exporttemplatespath: ""\n    empty', '    empty'),
    );
    expect(found?.profiles).toHaveLength(3);
    expect(found?.problems.join()).toContain('empty');
  });
});

describe('what YAML can do and no tool writes', () => {
  it.each([
    ['an alias', 'environments: &a\n  acme: *a\n'],
    ['a tag', 'environments: !!js/function "CANARY"\n'],
    ['a name twice', 'environments:\n  a: {}\n  a: {}\n'],
    ['__proto__', 'environments:\n  __proto__:\n    baseurl: CANARY\n'],
    ['a key that is no name', 'environments:\n  ? [CANARY]\n  : x\n'],
    ['no bottom', `environments: ${'['.repeat(20_000)}`],
    ['half a document', 'environments:\n  acme: "CANARY\n'],
  ])('%s is refused without a word of the text', async (_, text) => {
    const refused = await readDocument(text).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'config.file_invalid' });
    expect(JSON.stringify(refused)).not.toContain('CANARY');
  });
});
