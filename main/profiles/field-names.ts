/** Guesses which field of the profile file a person meant by a name that is none. */
import { closestName } from './suggest.ts';

/** Known fields of each object of the profile file; the key is its dotted path, empty for the whole. */
export type KnownFields = Readonly<Record<string, readonly string[]>>;

/** Names that other tools use; written without `-`, `_` and in lower case. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accesstokenurl: 'endpoints.token',
    apiurl: 'endpoints.api',
    authenticationurl: 'endpoints.token',
    authkind: 'auth',
    authorizationendpoint: 'endpoints.authorize',
    authorizationurl: 'endpoints.authorize',
    authorizeurl: 'endpoints.authorize',
    authtype: 'auth',
    baseurl: 'endpoints.api',
    bodytype: 'request.body',
    callback: 'redirectUri',
    callbackurl: 'redirectUri',
    clouddomainurl: 'endpoints.ui',
    company: 'tenant',
    customheaders: 'request.headers',
    description: 'label',
    deviceauthorizationendpoint: 'endpoints.deviceAuthorization',
    deviceauthorizationurl: 'endpoints.deviceAuthorization',
    discoveryurl: 'issuer',
    displayname: 'label',
    early: 'refresh.earlySeconds',
    expires: 'credentialExpires',
    expiresat: 'credentialExpires',
    expiry: 'credentialExpires',
    fqdn: 'tenant',
    grant: 'auth',
    granttype: 'auth',
    headername: 'apiKeyHeader',
    host: 'endpoints.api',
    issuerurl: 'issuer',
    kind: 'system',
    linkedto: 'uses',
    org: 'tenant',
    orgname: 'tenant',
    redirecturl: 'redirectUri',
    resource: 'audience',
    revocationendpoint: 'endpoints.revoke',
    revocationurl: 'endpoints.revoke',
    serviceaccount: 'serviceAccountId',
    stage: 'environment',
    tenantname: 'tenant',
    title: 'label',
    tokenendpoint: 'endpoints.token',
    tokenendpointauthmethod: 'request.clientAuth',
    tokenurl: 'endpoints.token',
    type: 'system',
    url: 'endpoints.api',
    userinfoendpoint: 'endpoints.info',
    vendor: 'system',
    wellknownurl: 'endpoints.info',
  }),
);

const secretNames = new Set([
  'accesstoken',
  'apikey',
  'apisecret',
  'apitoken',
  'clientsecret',
  'key',
  'passphrase',
  'password',
  'privatekey',
  'privatekeyjwk',
  'refreshtoken',
  'secret',
  'secrets',
  'token',
]);

/** True for names under which other tools keep secrets in their files. */
export function namesSecret(name: string): boolean {
  return secretNames.has(bare(name));
}

/** The dotted path of the field that `name` inside the object at `parent` probably means. */
export function suggestField(parent: string, name: string, known: KnownFields): string | undefined {
  const local = known[parent] ?? [];
  const here = closestName(name, local);
  const alias = aliases.get(bare(name));
  // An exact name in another letter case beats an alias, an alias beats a guess.
  if (here !== undefined && bare(here) === bare(name)) return join(parent, here);
  if (alias !== undefined) return alias;
  if (here !== undefined) return join(parent, here);
  const elsewhere = Object.entries(known).flatMap(([path, names]) => names.map((each) => ({ path, name: each })));
  const found = closestName(
    name,
    elsewhere.map((field) => field.name),
  );
  const field = elsewhere.find((each) => each.name === found);
  return field === undefined ? undefined : join(field.path, field.name);
}

export function join(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, '');
}
