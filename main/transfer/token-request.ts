/** The profile whose token request another tool was seen to make. */
import type { AuthKind, BodyShape, ClientAuthMethod, SystemId } from '../profiles/profile.ts';
import { systems } from '../systems/registry.ts';
import { decodeClaims } from '../tokens/claims.ts';
import { definedIn, definedOnly } from './defined.ts';
import type { FoundProfile, FoundSecrets } from './found.ts';
import { realValue } from './placeholder.ts';
import { hostName, proposedName } from './proposed-name.ts';
import type { SentRequest } from './sent-request.ts';
import { systemAt } from './system-by-host.ts';
import type { PlaceOfSystem } from './system-by-host.ts';

const grants: Readonly<Record<string, AuthKind>> = {
  client_credentials: 'client_credentials',
  authorization_code: 'authorization_code',
  refresh_token: 'authorization_code',
  'urn:ietf:params:oauth:grant-type:device_code': 'device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt_bearer',
};

/** What Tokentray sends by itself, or has a field for. */
const knownParams = new Set([
  'grant_type',
  'client_id',
  'client_secret',
  'scope',
  'audience',
  'redirect_uri',
  'refresh_token',
  'assertion',
  'code',
  'code_verifier',
  'device_code',
  'client_assertion',
  'client_assertion_type',
  'state',
]);

export function isTokenRequest({ url, params }: SentRequest): boolean {
  return params.has('grant_type') || /\/(access_)?token\/?$/.test(url.pathname);
}

/** Call for a token request. `problem`: why no profile can make the same request. */
export function profileOfTokenRequest(
  request: SentRequest,
): { readonly profile: FoundProfile } | { readonly problem: string } {
  const { url, params, basic } = request;
  const grant = (params.get('grant_type') ?? 'client_credentials').toLowerCase();
  const auth = Object.hasOwn(grants, grant) ? grants[grant] : undefined;
  if (auth === undefined) {
    return {
      problem:
        grant === 'password'
          ? 'It asks for a token with a user name and a password, which Tokentray does not do: sign in with the browser, or use a client of its own for scripts.'
          : 'It asks for a token by a grant that Tokentray does not know.',
    };
  }
  const place = placeOf(url, auth, params);
  const clientId = realValue(basic?.user) ?? realValue(params.get('client_id'));
  const secrets = secretsOf(request, auth);
  const draft = definedOnly({
    name: proposedName(
      place.tenant?.replace(/\..*$/, ''),
      place.system === 'netfoundry' ? 'netfoundry' : hostName(url.host),
    ),
    system: place.system,
    auth,
    tenant: place.tenant,
    clientId: place.system === 'aic' ? undefined : clientId,
    serviceAccountId: auth === 'jwt_bearer' ? subjectOf(params.get('assertion'), clientId) : undefined,
    scope: realValue(params.get('scope')),
    audience: audienceOf(place.system, params),
    redirectUri: auth === 'authorization_code' ? realValue(params.get('redirect_uri')) : undefined,
    endpoints: place.tenant === undefined ? tokenEndpoint(place.system, url) : undefined,
    request: definedIn({
      body: bodyOf(place.system, request.body),
      clientAuth: clientAuthOf(place.system, request),
      params: resourceOf(params),
    }),
  });
  return { profile: { draft, secrets, notes: notesOn(request, auth, secrets) } };
}

/** The system, with its tenant where the address is just what follows from that. */
function placeOf(url: URL, auth: AuthKind, params: SentRequest['params']): PlaceOfSystem {
  const place = systemAt(url);
  if (place === undefined || !systems[place.system].auths.includes(auth)) return { system: 'oauth' };
  if (place.system === 'aic') {
    // The realms have clients of their own, which are any server's.
    const isServiceAccount =
      auth === 'jwt_bearer' && (params.get('client_id') ?? 'service-account') === 'service-account';
    if (!isServiceAccount) return { system: 'oauth' };
    return url.pathname === '/am/oauth2/access_token' ? place : { system: 'aic' };
  }
  return place.system === 'isc' && url.pathname !== '/oauth/token' ? { system: 'isc' } : place;
}

function tokenEndpoint(system: SystemId, url: URL): { readonly token: string } | undefined {
  const token = `${url.origin}${url.pathname}`;
  const own = systems[system].endpoints({ name: 'any', system, auth: 'client_credentials' }).token;
  return system === 'netfoundry' && own === token ? undefined : { token };
}

function audienceOf(system: SystemId, params: SentRequest['params']): string | undefined {
  const audience = realValue(params.get('audience'));
  if (system !== 'netfoundry' && system !== 'oauth') return undefined;
  const own = systems[system].audience?.({ name: 'any', system, auth: 'client_credentials' });
  return audience === own ? undefined : audience;
}

function bodyOf(system: SystemId, body: BodyShape | undefined): BodyShape | undefined {
  return body === (systems[system].requestShape?.body ?? 'form') ? undefined : body;
}

function clientAuthOf(system: SystemId, request: SentRequest): ClientAuthMethod | undefined {
  if (system === 'isc' || system === 'aic') return undefined;
  if (request.basic !== undefined) return 'client_secret_basic';
  return request.params.has('client_assertion') ? 'private_key_jwt' : undefined;
}

/** RFC 8707 */
function resourceOf(params: SentRequest['params']): Readonly<Record<string, string>> | undefined {
  const resource = realValue(params.get('resource'));
  return resource === undefined ? undefined : { resource };
}

function secretsOf({ params, basic }: SentRequest, auth: AuthKind): FoundSecrets {
  const clientSecret = realValue(basic?.password) ?? realValue(params.get('client_secret'));
  const refreshToken = auth === 'authorization_code' ? realValue(params.get('refresh_token')) : undefined;
  return definedOnly({ clientSecret, refreshToken });
}

/** The issuer of an assertion is the account that signed it (RFC 7523 section 3). */
function subjectOf(assertion: string | undefined, clientId: string | undefined): string | undefined {
  const subject = decodeClaims(assertion ?? '')?.payload['sub'];
  return typeof subject === 'string' && subject !== clientId ? subject : undefined;
}

function notesOn({ params, basic }: SentRequest, auth: AuthKind, secrets: FoundSecrets): readonly string[] {
  const others = [...params.keys()].filter(
    (name) => !knownParams.has(name) && name !== 'resource' && /^[\w.-]{1,40}$/.test(name),
  );
  const namesSecret = params.has('client_secret') || basic !== undefined;
  return [
    ...(namesSecret && secrets.clientSecret === undefined
      ? ['Its client secret is a placeholder: enter the real one.']
      : []),
    ...(auth === 'jwt_bearer'
      ? ['It carries a signed assertion and not the key that signs it: enter the private key.']
      : []),
    ...(others.length === 0
      ? []
      : [
          `It also sends ${others.join(', ')}, which is not taken over: add it under request parameters if the server needs it.`,
        ]),
  ];
}
