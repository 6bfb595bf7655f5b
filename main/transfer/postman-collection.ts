/** A collection that Postman exported: what its requests get their tokens with. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { definedIn, definedOnly } from './defined.ts';
import type { FoundDocument, FoundProfile } from './found.ts';
import { profilesOfVariables } from './postman-profiles.ts';
import { postmanVariables } from './postman-variables.ts';
import type { PostmanVariables } from './postman-variables.ts';
import { profileOfTokenRequest } from './token-request.ts';

type Members = Readonly<Record<string, unknown>>;

/** Undefined for anything else. */
export function readPostmanCollection(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value) || !isPlainObject(value['info']) || !Array.isArray(value['item'])) return undefined;
  const { name } = value['info'];
  const variables = postmanVariables(value['variable']);
  const read = authsIn(value).map((auth) => profileOfAuth(auth, variables));
  const byAuth = withoutTwins(read.flatMap((each) => ('profile' in each ? [each.profile] : [])));
  const profiles = byAuth.length > 0 ? byAuth : profilesOfVariables(variables, typeof name === 'string' ? name : '');
  const problems = new Set(read.flatMap((each) => ('problem' in each ? [each.problem] : [])));
  return {
    source: 'Postman collection',
    profiles,
    problems: profiles.length > 0 || problems.size > 0 ? [...problems] : [noAuth],
  };
}

const noAuth =
  'Neither its authorization nor its variables tell where tokens come from: they may be in an environment, which is a file of its own.';

/** Of the collection, its folders and its requests, as far as they use OAuth 2.0. */
function authsIn(node: Members): readonly Members[] {
  const holders = [node, isPlainObject(node['request']) ? node['request'] : {}];
  const own = holders.flatMap(({ auth }) =>
    isPlainObject(auth) && auth['type'] === 'oauth2' ? [paramsOf(auth['oauth2'])] : [],
  );
  const items = Array.isArray(node['item']) ? (node['item'] as readonly unknown[]) : [];
  return [...own, ...items.flatMap((item) => (isPlainObject(item) ? authsIn(item) : []))];
}

/** A list of keys and values; older files have an object. */
function paramsOf(oauth2: unknown): Members {
  if (!Array.isArray(oauth2)) return isPlainObject(oauth2) ? oauth2 : {};
  const entries = (oauth2 as readonly unknown[]).flatMap((item) =>
    isPlainObject(item) && typeof item['key'] === 'string' ? [[item['key'], item['value']] as const] : [],
  );
  return Object.fromEntries(entries);
}

const grantTypes: Readonly<Record<string, string>> = {
  client_credentials: 'client_credentials',
  authorization_code: 'authorization_code',
  authorization_code_with_pkce: 'authorization_code',
  password_credentials: 'password',
};

function profileOfAuth(
  auth: Members,
  variables: PostmanVariables,
): { readonly profile: FoundProfile } | { readonly problem: string } {
  const text = (name: string) => variables.resolve(typeof auth[name] === 'string' ? auth[name] : undefined);
  const url = addressOf(text('accessTokenUrl'));
  if (url === undefined) {
    return {
      problem: 'Its OAuth 2.0 authorization names no access token URL, or one in variables that are not in the file.',
    };
  }
  const grant = text('grant_type') ?? 'authorization_code';
  const params = definedOnly({
    grant_type: grantTypes[grant] ?? grant,
    client_id: text('clientId'),
    client_secret: text('clientSecret'),
    scope: text('scope'),
    audience: text('audience'),
    redirect_uri: text('redirect_uri'),
  });
  const { client_id: user = '', client_secret: password = '', ...others } = params;
  const isBasic = text('client_authentication') !== 'body' && password !== '';
  const read = profileOfTokenRequest({
    url,
    params: new Map(Object.entries(isBasic ? others : params)),
    headers: new Map(),
    ...(isBasic ? { basic: { user, password } } : {}),
  });
  return 'profile' in read ? { profile: withAuthorize(read.profile, addressOf(text('authUrl'))) } : read;
}

/** Where the browser signs in; ISC tells it by itself. */
function withAuthorize(profile: FoundProfile, authorize: URL | undefined): FoundProfile {
  const { draft } = profile;
  if (authorize === undefined || draft['auth'] !== 'authorization_code' || draft['system'] === 'isc') return profile;
  const endpoints = definedIn({ ...(draft['endpoints'] as object | undefined), authorize: authorize.href });
  return { ...profile, draft: { ...draft, endpoints } };
}

function addressOf(text: string | undefined): URL | undefined {
  return text === undefined || urlProblem(text) !== undefined ? undefined : new URL(text);
}

/** Most requests say the same as the collection. */
function withoutTwins(profiles: readonly FoundProfile[]): readonly FoundProfile[] {
  return [...new Map(profiles.map((profile) => [JSON.stringify([profile.draft, profile.secrets]), profile])).values()];
}
