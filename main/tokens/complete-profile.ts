/** Fills in what a server tells of itself and a profile does not say; replaces nothing, and moves no secret. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Http } from '../http/http.ts';
import { fieldIssue } from '../profiles/field-issue.ts';
import type { Profile, ProfileEndpoints } from '../profiles/profile.ts';
import { discoverOAuth } from '../sign-in/discovery.ts';
import type { OAuthMetadata } from '../sign-in/discovery.ts';
import { discoverIsc } from '../sign-in/isc-info.ts';
import { systemOf } from '../systems/registry.ts';

export interface CompletedProfile {
  /** The very same where there was nothing to add. */
  readonly profile: Profile;
  /** What is worth knowing about it, as sentences. */
  readonly notes: readonly string[];
}

export interface CompleteOptions {
  /** Also what the profile could do without, such as where the system's pages are; default false. */
  readonly everything?: boolean;
}

export type CompleteProfile = (profile: Profile, options?: CompleteOptions) => Promise<CompletedProfile>;

/**
 * Asks nobody where nothing is missing. Rejects with `config.profile_invalid` for a profile that does not say whom to ask,
 * and, where endpoints are missing that nobody can guess, with `config.discovery_failed`, `config.issuer_mismatch` and
 * `network.*`.
 */
export async function completeProfile(
  http: Http,
  profile: Profile,
  { everything = false }: CompleteOptions = {},
): Promise<CompletedProfile> {
  const { system, auth } = profile;
  if (system === 'oauth') return completeOAuth(http, profile, everything);
  const asks = system === 'isc' && (auth === 'authorization_code' || everything);
  return asks ? completeIsc(http, profile) : { profile, notes: [] };
}

/** The endpoints that each way to a token cannot do without. */
const neededEndpoints: Readonly<Record<Profile['auth'], readonly (keyof ProfileEndpoints)[]>> = {
  client_credentials: ['token'],
  authorization_code: ['token', 'authorize'],
  device_code: ['token', 'deviceAuthorization'],
  jwt_bearer: ['token'],
  api_key: [],
  linked: [],
};

async function completeOAuth(http: Http, profile: Profile, everything: boolean): Promise<CompletedProfile> {
  const { issuer, auth } = profile;
  const needed = neededEndpoints[auth];
  const isComplete = needed.every((name) => profile.endpoints?.[name] !== undefined);
  if (needed.length === 0 || (isComplete && (!everything || issuer === undefined))) return { profile, notes: [] };
  if (issuer === undefined) {
    const message = 'Is missing: the endpoints are found by it.';
    throw invalid(profile, [{ path: 'issuer', message, example: 'https://id.example.com' }]);
  }
  const info = profile.endpoints?.info;
  const metadata = await discoverOAuth(http, { issuer, ...(info === undefined ? {} : { infoUrl: info }) });
  const found = endpointsOf(metadata);
  const endpoints = { ...pick(found, [...needed, 'revoke']), ...profile.endpoints };
  const missing = needed.filter((name) => endpoints[name] === undefined);
  if (missing.length === 0) return { profile: { ...profile, endpoints }, notes: clientAuthNotes(profile, metadata) };
  const message = "Is missing, and the server's description does not name it.";
  throw invalid(
    profile,
    missing.map((name) => {
      const path = `endpoints.${name}`;
      return metadata.refused.find((issue) => issue.path === path) ?? fieldIssue(path, message);
    }),
  );
}

function invalid({ name }: Profile, issues: readonly Issue[]): TokentrayError {
  return new TokentrayError('config.profile_invalid', { data: { profile: name, issues } });
}

function endpointsOf(metadata: OAuthMetadata): ProfileEndpoints {
  const { tokenEndpoint, authorizeEndpoint, deviceAuthorizationEndpoint, revocationEndpoint } = metadata;
  return {
    ...(tokenEndpoint === undefined ? {} : { token: tokenEndpoint }),
    ...(authorizeEndpoint === undefined ? {} : { authorize: authorizeEndpoint }),
    ...(deviceAuthorizationEndpoint === undefined ? {} : { deviceAuthorization: deviceAuthorizationEndpoint }),
    ...(revocationEndpoint === undefined ? {} : { revoke: revocationEndpoint }),
  };
}

function pick(endpoints: ProfileEndpoints, names: readonly (keyof ProfileEndpoints)[]): ProfileEndpoints {
  return Object.fromEntries(Object.entries(endpoints).filter(([name]) => names.some((wanted) => wanted === name)));
}

/** Servers that list how clients may say who they are mean it, unlike their lists of grants. */
function clientAuthNotes({ auth, request }: Profile, { clientAuthMethods }: OAuthMetadata): readonly string[] {
  if (auth !== 'client_credentials' || request?.clientAuth !== undefined || clientAuthMethods === undefined) return [];
  if (clientAuthMethods.includes('client_secret_post') || clientAuthMethods.length === 0) return [];
  return [
    `The server lists these client authentications, and not the usual client_secret_post: ${clientAuthMethods.join(', ')}. If it refuses the client, set request.clientAuth.`,
  ];
}

/** What follows from the tenant's name stays where the tenant cannot be asked. */
async function completeIsc(http: Http, profile: Profile): Promise<CompletedProfile> {
  const { endpoints: own } = profile;
  const system = systemOf(profile);
  const issues = system.check(profile).filter(({ path }) => path === 'tenant');
  if (issues.length > 0) throw invalid(profile, issues);
  if (own?.authorize !== undefined && own.ui !== undefined) return { profile, notes: [] };
  const { token, info } = system.endpoints(profile);
  if (token === undefined) return { profile, notes: [] };
  const origin = new URL(token).origin;
  try {
    const found = await discoverIsc(http, info === undefined ? { apiOrigin: origin } : { infoUrl: info });
    const endpoints = {
      authorize: found.authorizeEndpoint,
      ...(found.uiOrigin === undefined ? {} : { ui: found.uiOrigin }),
      ...own,
    };
    return { profile: { ...profile, endpoints }, notes: otherHostNotes(origin, found.apiOrigin) };
  } catch (error) {
    if (!(error instanceof TokentrayError)) throw error;
    return {
      profile,
      notes: [
        "The tenant's own details (/oauth/info) could not be read: addresses that the profile does not give follow from the tenant's name.",
      ],
    };
  }
}

function otherHostNotes(origin: string, apiOrigin: string): readonly string[] {
  if (apiOrigin === origin) return [];
  return [
    `The tenant names ${apiOrigin} as its API host, and this profile asks ${origin} for tokens. Nothing is sent there by itself: if the tenant is right, give it as "tenant", and enter the secret again.`,
  ];
}
