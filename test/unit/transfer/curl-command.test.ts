import { describe, expect, it } from 'vitest';
import { readCurlCommand } from '../../../main/transfer/curl-command.ts';
import { looksLikeCurl } from '../../../main/transfer/curl-request.ts';

function profileIn(command: string) {
  const [profile] = readCurlCommand(command).profiles;
  if (profile === undefined) throw new Error('no profile was found');
  return profile;
}

const isc = `curl --location 'https://acme.api.identitynow.com/oauth/token' \\
--header 'Content-Type: application/x-www-form-urlencoded' \\
--data-urlencode 'grant_type=client_credentials' \\
--data-urlencode 'client_id=b61429f5-203d-494c-94c3-04f54e17bc5c' \\
--data-urlencode 'client_secret=isc+secret/CANARY=='`;

const netfoundry = `❯ curl \\
    --silent \\
    --show-error \\
    --request POST \\
    --header 'content-type: application/json' \\
    --data '{
        "client_id": "nf-id",
        "client_secret": "nf-secret-CANARY",
        "audience": "https://gateway.production.netfoundry.io/",
        "grant_type": "client_credentials"
    }' \\
    https://netfoundry-production.auth0.com/oauth/token`;

describe('a token request of a known system', () => {
  it('of ISC becomes a personal access token', () => {
    expect(profileIn(isc)).toEqual({
      draft: {
        name: 'acme',
        system: 'isc',
        auth: 'client_credentials',
        tenant: 'acme',
        clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
      },
      secrets: { clientSecret: 'isc+secret/CANARY==' },
      notes: [],
    });
  });

  it('of an ISC tenant elsewhere names its API host', () => {
    const { draft } = profileIn(isc.replace('identitynow.com', 'identitynow-demo.com'));
    expect(draft).toMatchObject({ system: 'isc', tenant: 'acme.api.identitynow-demo.com' });
  });

  it('of ISC keeps the way its parameters travel', () => {
    const form = `curl -XPOST https://acme.api.identitynow.com/oauth/token -F grant_type=client_credentials -F client_id=id-1 -F client_secret=secret-CANARY`;
    expect(profileIn(form).draft).toMatchObject({ request: { body: 'multipart' } });
    const query = `curl -X POST "https://acme.api.identitynow.com/oauth/token?grant_type=client_credentials&client_id=id-1&client_secret=secret-CANARY"`;
    expect(profileIn(query)).toMatchObject({
      draft: { request: { body: 'query' }, tenant: 'acme' },
      secrets: { clientSecret: 'secret-CANARY' },
    });
  });

  it('of NetFoundry needs to say nothing that is usual there', () => {
    expect(looksLikeCurl(netfoundry)).toBe(true);
    expect(profileIn(netfoundry)).toEqual({
      draft: { name: 'netfoundry', system: 'netfoundry', auth: 'client_credentials', clientId: 'nf-id' },
      secrets: { clientSecret: 'nf-secret-CANARY' },
      notes: [],
    });
  });

  it('of a service account tells the account, and that its key is missing', () => {
    const payload = Buffer.from(JSON.stringify({ iss: 'account-1', sub: 'account-1' })).toString('base64url');
    const command = `curl --request POST https://openam-acme.forgeblocks.com:443/am/oauth2/access_token --data "client_id=service-account" --data "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer" --data "assertion=eyJhbGciOiJSUzI1NiJ9.${payload}.CANARY" --data "scope=fr:am:* fr:idm:*"`;
    const { draft, secrets, notes } = profileIn(command);
    expect(draft).toEqual({
      name: 'openam-acme',
      system: 'aic',
      auth: 'jwt_bearer',
      tenant: 'openam-acme.forgeblocks.com',
      serviceAccountId: 'account-1',
      scope: 'fr:am:* fr:idm:*',
    });
    expect(secrets).toEqual({});
    expect(notes).toHaveLength(1);
  });
});

describe('a token request of any other server', () => {
  it('names its endpoint, and authenticates as the command does', () => {
    const { draft, secrets } = profileIn(
      `curl -s -u 'tokentray:s:e"cret CANARY' -d grant_type=client_credentials -d 'scope=read write' -d resource=https://api.example.com https://id.example.com/oauth2/token | jq .access_token`,
    );
    expect(draft).toEqual({
      name: 'example',
      system: 'oauth',
      auth: 'client_credentials',
      clientId: 'tokentray',
      scope: 'read write',
      endpoints: { token: 'https://id.example.com/oauth2/token' },
      request: { clientAuth: 'client_secret_basic', params: { resource: 'https://api.example.com' } },
    });
    expect(secrets).toEqual({ clientSecret: 's:e"cret CANARY' });
  });

  it('takes an Authorization header for what it is', () => {
    const basic = Buffer.from('id-1:secret-CANARY').toString('base64');
    const { draft, secrets } = profileIn(
      `curl https://id.example.com/token -H "Authorization: Basic ${basic}" -d grant_type=client_credentials`,
    );
    expect(draft).toMatchObject({ clientId: 'id-1', request: { clientAuth: 'client_secret_basic' } });
    expect(secrets).toEqual({ clientSecret: 'secret-CANARY' });
  });

  it('with a refresh token is a sign-in that somebody has made', () => {
    const { draft, secrets } = profileIn(
      `curl --url https://id.example.com/token --json '{"grant_type":"refresh_token","client_id":"id-1","refresh_token":"refresh-CANARY"}'`,
    );
    expect(draft).toMatchObject({ auth: 'authorization_code', request: { body: 'json' } });
    expect(secrets).toEqual({ refreshToken: 'refresh-CANARY' });
  });

  it('with a password of a person is told to be none of ours', () => {
    const found = readCurlCommand(
      `curl https://id.example.com/token -d grant_type=password -d username=jane -d password=CANARY`,
    );
    expect(found.profiles).toEqual([]);
    expect(found.problems).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('CANARY');
  });

  it('of a realm of AIC is not taken for a service account', () => {
    const { draft } = profileIn(
      `curl https://openam-acme.forgeblocks.com/am/oauth2/alpha/access_token -d grant_type=client_credentials -d client_id=id-1 -d client_secret=CANARY`,
    );
    expect(draft).toMatchObject({
      system: 'oauth',
      endpoints: { token: 'https://openam-acme.forgeblocks.com/am/oauth2/alpha/access_token' },
    });
  });

  it('tells which parameters are not taken over, by their names alone', () => {
    const { notes } = profileIn(
      `curl https://id.example.com/token -d grant_type=client_credentials -d client_id=a -d client_secret=CANARY -d tenant_key=CANARY`,
    );
    expect(notes.join()).toContain('tenant_key');
    expect(notes.join()).not.toContain('CANARY');
  });
});

describe('placeholders', () => {
  it('are no values', () => {
    const { draft, secrets, notes } = profileIn(
      `curl https://acme.api.identitynow.com/oauth/token -d grant_type=client_credentials -d client_id={clientId} -d "client_secret=$SECRET"`,
    );
    expect(draft).not.toHaveProperty('clientId');
    expect(secrets).toEqual({});
    expect(notes).toHaveLength(1);
  });
});

describe('an API call', () => {
  it('of NERM with a key of its own holds the key', () => {
    const { draft, secrets } = profileIn(
      `curl --location 'https://acme.nonemployee.com/api/v1/non-employee-sources' --header 'Authorization: Bearer nerm-CANARY'`,
    );
    expect(draft).toEqual({ name: 'acme', system: 'nerm', tenant: 'acme', auth: 'api_key' });
    expect(secrets).toEqual({ apiKey: 'nerm-CANARY' });
  });

  it('of NERM with a token of ISC is a link', () => {
    const token = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"org":"acme"}').toString('base64url')}.CANARY`;
    const { draft, secrets } = profileIn(
      `curl https://acme.nonemployee.com/api/v1/x -H 'Authorization: Bearer ${token}'`,
    );
    expect(draft).toMatchObject({ auth: 'linked' });
    expect(secrets).toEqual({});
  });

  it("of AIC's log API holds a key and a secret", () => {
    const { draft, secrets } = profileIn(
      `curl --get 'https://openam-acme.forgeblocks.com/monitoring/logs?source=am-everything' -H 'x-api-key: key-CANARY' -H 'x-api-secret: secret-CANARY'`,
    );
    expect(draft).toMatchObject({ system: 'aic', auth: 'api_key', tenant: 'openam-acme.forgeblocks.com' });
    expect(secrets).toEqual({ apiKey: 'key-CANARY', apiSecret: 'secret-CANARY' });
  });

  it('of ISC tells the tenant, and that the token in it will end', () => {
    const { draft, secrets, notes } = profileIn(
      `curl https://acme.api.identitynow.com/v3/accounts -H 'Authorization: Bearer opaque-CANARY'`,
    );
    expect(draft).toMatchObject({ system: 'isc', tenant: 'acme', auth: 'client_credentials' });
    expect(secrets).toEqual({});
    expect(notes).toHaveLength(1);
  });
});

describe('how shells write commands', () => {
  it.each([
    [
      'cmd, with carets',
      `curl -X POST ^\r\n  "https://acme.api.identitynow.com/oauth/token" ^\r\n  -d "grant_type=client_credentials&client_id=id-1"`,
    ],
    [
      'PowerShell, with backticks',
      'curl.exe -X POST `\n  "https://acme.api.identitynow.com/oauth/token" `\n  -d "grant_type=client_credentials&client_id=id-1"',
    ],
    [
      'bash, with $-quotes',
      `curl $'https://acme.api.identitynow.com/oauth/token' --data-raw $'grant_type=client_credentials&client_id=id-1'`,
    ],
  ])('%s', (_, command) => {
    expect(looksLikeCurl(command)).toBe(true);
    expect(profileIn(command).draft).toMatchObject({ tenant: 'acme', clientId: 'id-1' });
  });

  it('a quote that is not closed is told', () => {
    expect(() => readCurlCommand(`curl 'https://acme.api.identitynow.com`)).toThrow(
      expect.objectContaining({ code: 'config.file_invalid' }),
    );
  });
});
