/** The profiles that a set of Postman's variables describes. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { parseJson } from '../profiles/json-text.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { definedOnly } from './defined.ts';
import { environmentOf } from './environment-of.ts';
import type { FoundProfile } from './found.ts';
import type { PostmanVariables } from './postman-variables.ts';
import { hostName, proposedName } from './proposed-name.ts';
import { systemAt } from './system-by-host.ts';
import { profileOfTokenRequest } from './token-request.ts';

/** `name`: what Postman calls the environment or collection. Empty where the variables tell of no tenant. */
export function profilesOfVariables(variables: PostmanVariables, name: string): readonly FoundProfile[] {
  const found = [serviceAccount(variables), logApi(variables)].filter((profile) => profile !== undefined);
  const others =
    found.length > 0 ? found : [client(variables) ?? apiKey(variables)].filter((each) => each !== undefined);
  return others.map((profile) => named(profile, name));
}

function named({ draft, ...rest }: FoundProfile, name: string): FoundProfile {
  const suffix = draft['system'] === 'aic' && draft['auth'] === 'api_key' ? '-logs' : '';
  const own = typeof draft['name'] === 'string' ? draft['name'] : undefined;
  const environment = environmentOf(name);
  return {
    ...rest,
    draft: {
      ...draft,
      name: proposedName(name === '' ? undefined : `${name}${suffix}`, own),
      ...(environment === undefined ? {} : { environment }),
    },
  };
}

/** As the vendor's own collection names them. */
function aicHost(variables: PostmanVariables): { readonly tenant: string } | undefined {
  const address = addressIn(
    variables.get('amurl', 'platformurl', 'tenanturl', 'tenantfqdn', 'tenantenvfqdn', 'fqdn', 'baseurl', 'host'),
  );
  const place = address === undefined ? undefined : systemAt(address);
  return place?.system === 'aic' && place.tenant !== undefined ? { tenant: place.tenant } : undefined;
}

function serviceAccount(variables: PostmanVariables): FoundProfile | undefined {
  const account = variables.get('serviceaccountid', 'svcacctid', 'said', 'serviceaccount');
  const key = keyIn(
    variables.get(
      'serviceaccountjwk',
      'serviceaccountprivatekey',
      'serviceaccountkey',
      'privatekeyjwk',
      'privatekey',
      'jwk',
      'key',
    ),
  );
  if (account === undefined && key === undefined) return undefined;
  return {
    draft: definedOnly({
      system: 'aic',
      auth: 'jwt_bearer',
      ...aicHost(variables),
      serviceAccountId: account,
      scope: variables.get('serviceaccountscope', 'serviceaccountscopes', 'scope', 'scopes'),
    }),
    secrets: definedOnly({ privateKeyJwk: key }),
    notes: [],
  };
}

function logApi(variables: PostmanVariables): FoundProfile | undefined {
  const host = aicHost(variables);
  const key = variables.get('logapikey', 'logapikeyid');
  if (key === undefined || host === undefined) return undefined;
  const apiSecret = variables.get('logapisecret');
  return {
    draft: { system: 'aic', auth: 'api_key', ...host },
    secrets: definedOnly({ apiKey: key, apiSecret }),
    notes: [],
  };
}

function client(variables: PostmanVariables): FoundProfile | undefined {
  const url = tokenAddress(variables);
  if (url === undefined) return undefined;
  const params = definedOnly({
    grant_type: variables.get('granttype') ?? 'client_credentials',
    client_id: variables.get('clientid', 'patid', 'patclientid'),
    client_secret: variables.get('clientsecret', 'patsecret', 'patclientsecret'),
    scope: variables.get('scope', 'scopes'),
    audience: variables.get('audience'),
  });
  const read = profileOfTokenRequest({ url, params: new Map(Object.entries(params)), headers: new Map() });
  return 'profile' in read ? read.profile : undefined;
}

/** Named, or as it follows from the variables of the vendor's own environment for ISC. */
function tokenAddress(variables: PostmanVariables): URL | undefined {
  const written = addressIn(
    variables.get('accesstokenurl', 'tokenurl', 'tokenendpoint', 'oauthtokenurl', 'authenticationurl'),
  );
  if (written !== undefined) return written;
  const base = addressIn(variables.get('baseurl', 'apiurl', 'tenanturl', 'url', 'host'));
  const place = base === undefined ? undefined : systemAt(base);
  const tenant =
    place?.system === 'isc'
      ? place.tenant
      : place === undefined && base === undefined
        ? variables.get('tenant')
        : undefined;
  if (tenant === undefined || variables.get('clientid', 'patid', 'patclientid') === undefined) return undefined;
  const domain = (variables.get('domain') ?? 'identitynow').replace(/\.com$/, '');
  return addressIn(tenant.includes('.') ? `${tenant}/oauth/token` : `${tenant}.api.${domain}.com/oauth/token`);
}

function apiKey(variables: PostmanVariables): FoundProfile | undefined {
  const base = addressIn(variables.get('baseurl', 'apiurl', 'url', 'host'));
  const key = variables.get('apikey', 'apitoken', 'nermtoken', 'nermapikey', 'token');
  if (base === undefined || key === undefined) return undefined;
  const place = systemAt(base);
  if (place !== undefined && place.system !== 'nerm') return undefined;
  return {
    draft:
      place === undefined
        ? { name: proposedName(hostName(base.host)), system: 'oauth', auth: 'api_key', endpoints: { api: base.origin } }
        : { system: 'nerm', auth: 'api_key', tenant: place.tenant },
    secrets: { apiKey: key },
    notes: [],
  };
}

function addressIn(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const address = text.includes('://') ? text : `https://${text}`;
  return urlProblem(address) === undefined ? new URL(address) : undefined;
}

function keyIn(text: string | undefined): unknown {
  const json = parseJson(text ?? '');
  return 'value' in json && isPlainObject(json.value) && 'kty' in json.value ? json.value : undefined;
}
