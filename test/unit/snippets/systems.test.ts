import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { postmanOAuth } from '../../../main/snippets/postman-oauth.ts';
import { renderSnippet } from '../../../main/snippets/snippet.ts';

const token = { accessToken: 'eyJ.CANARY.sig', tokenType: 'Bearer' };
const netfoundry: Profile = { name: 'nf', system: 'netfoundry', auth: 'client_credentials', clientId: 'id-1' };
const nermKey: Profile = { name: 'nerm', system: 'nerm', auth: 'api_key', tenant: 'mycompany' };
const nermLinked: Profile = { ...nermKey, auth: 'linked', uses: 'acme-prod' };
const aic: Profile = {
  name: 'aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant: 'openam-acme.forgeblocks.com',
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:idm:*',
  realm: 'bravo',
};

const keyOfItsOwn: Profile = { ...nermKey, name: 'key', system: 'oauth', apiKeyHeader: 'x-key' };

function curl(profile: Profile, scope?: string): string {
  return renderSnippet('curl', { profile, token, literal: false, wishes: { scope } });
}

describe("the sample call is the vendor's own", () => {
  it.each([
    [netfoundry, 'https://gateway.production.netfoundry.io/rest/v1/networks'],
    [nermKey, 'https://mycompany.nonemployee.com/api/v1/non-employee-sources'],
    [nermLinked, 'https://mycompany.nonemployee.com/api/v1/non-employee-sources'],
  ])('$name', (profile, url) => {
    expect(curl(profile)).toBe(`curl -sS -H "Authorization: Bearer $(tokentray token ${profile.name})" '${url}'`);
  });

  it('of PingOne AIC lists the identities of the realm', () => {
    expect(curl(aic)).toContain(
      `'https://openam-acme.forgeblocks.com/openidm/managed/bravo_user?_pageSize=1&_fields=userName&_queryFilter=true'`,
    );
  });

  it('of PingOne AIC is one that the asked scope allows', () => {
    expect(curl(aic, 'fr:idc:esv:*')).toContain('/environment/secrets');
  });
});

describe("the variable is the vendor's own", () => {
  it.each([
    [netfoundry, 'NETFOUNDRY_API_TOKEN'],
    [nermKey, 'NERM_TOKEN'],
    [aic, 'AIC_ACCESS_TOKEN'],
    [keyOfItsOwn, 'API_KEY'],
  ])('%#: %s', (profile, variable) => {
    expect(renderSnippet('env', { profile, token, literal: false })).toBe(
      `${variable}="$(tokentray token ${profile.name})" && export ${variable}`,
    );
  });
});

it("Postman's tab gets the audience of NetFoundry", () => {
  expect(postmanOAuth(netfoundry)).toMatchObject({
    accessTokenUrl: 'https://netfoundry-production.auth0.com/oauth/token',
    audience: 'https://gateway.production.netfoundry.io/',
  });
});

it('Postman has no tab for service accounts and keys', () => {
  expect([aic, nermKey, nermLinked].map(postmanOAuth)).toEqual([undefined, undefined, undefined]);
});
