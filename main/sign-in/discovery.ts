/** Finds the endpoints of an OAuth 2.0 server by its issuer: OpenID Connect Discovery, then RFC 8414. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Members } from '../grants/answer-members.ts';
import type { Http } from '../http/http.ts';
import type { ProfileEndpoints } from '../profiles/profile.ts';
import { fetchDocument, readEndpoint, textMember } from './server-document.ts';

export interface OAuthMetadata {
  readonly issuer: string;
  readonly tokenEndpoint?: string;
  readonly authorizeEndpoint?: string;
  readonly deviceAuthorizationEndpoint?: string;
  readonly revocationEndpoint?: string;
  /** Every authorization answer names its issuer (RFC 9207 section 3). */
  readonly promisesIss: boolean;
  /** Undefined where the server does not list them. */
  readonly clientAuthMethods?: readonly string[];
  /** Real servers leave out what they support. */
  readonly grantTypes?: readonly string[];
  /** Why an endpoint that the server names is missing above, with the field of the profile that it is for. */
  readonly refused: readonly Issue[];
}

export interface DiscoveryOptions {
  /** Compared with what the metadata say, character by character (RFC 8414 section 3.3). */
  readonly issuer: string;
  /** Where the metadata are; absent: at the well-known places of the issuer. */
  readonly infoUrl?: string;
}

/**
 * Rejects with `config.discovery_failed`, `config.issuer_mismatch` and `network.*`. Sends no credentials. An endpoint that
 * cannot be used is left out and told: who has no use for it need not care.
 */
export async function discoverOAuth(http: Http, { issuer, infoUrl }: DiscoveryOptions): Promise<OAuthMetadata> {
  const places = infoUrl === undefined ? wellKnownUrls(issuer) : [infoUrl];
  const { url, members } = await atFirstOf(http, places);
  const actual = textMember(members, 'issuer') ?? 'none';
  if (actual !== issuer) {
    const { host } = new URL(infoUrl ?? issuer);
    throw new TokentrayError('config.issuer_mismatch', {
      data: { host, url, expected: issuer, actual: actual.slice(0, 200) },
    });
  }
  return readMetadata(members, issuer, infoUrl ?? issuer);
}

/** A server has its metadata at one of these places; what is wrong at the first is told when they are at none. */
async function atFirstOf(
  http: Http,
  places: readonly string[],
): Promise<{ readonly url: string; readonly members: Members }> {
  let first: unknown;
  for (const url of places) {
    try {
      return { url, members: await fetchDocument(http, url) };
    } catch (error) {
      if (!isNotThere(error)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/**
 * OpenID Connect Discovery section 4.1 appends to the issuer; RFC 8414 section 3.1 puts its name, and section 5 that of
 * OpenID Connect, between host and path.
 */
export function wellKnownUrls(issuer: string): readonly string[] {
  const url = new URL(issuer);
  const path = url.pathname.replace(/\/$/, '');
  const urls = [
    `${url.origin}${path}/.well-known/openid-configuration`,
    `${url.origin}/.well-known/oauth-authorization-server${path}`,
    `${url.origin}/.well-known/openid-configuration${path}`,
  ];
  return [...new Set(urls)];
}

function isNotThere(error: unknown): boolean {
  return (
    error instanceof TokentrayError && (error.code === 'config.discovery_failed' || error.code === 'network.redirected')
  );
}

function readMetadata(members: Members, issuer: string, from: string): OAuthMetadata {
  const refused: Issue[] = [];
  const endpoint = (name: string, field: keyof ProfileEndpoints): string | undefined => {
    const read = readEndpoint(members, name, `endpoints.${field}`, from);
    if (!('issue' in read)) return read.url;
    refused.push(read.issue);
    return undefined;
  };
  const tokenEndpoint = endpoint('token_endpoint', 'token');
  const authorizeEndpoint = endpoint('authorization_endpoint', 'authorize');
  const device = endpoint('device_authorization_endpoint', 'deviceAuthorization');
  const revocationEndpoint = endpoint('revocation_endpoint', 'revoke');
  const clientAuthMethods = textList(members['token_endpoint_auth_methods_supported']);
  const grantTypes = textList(members['grant_types_supported']);
  return {
    issuer,
    ...(tokenEndpoint === undefined ? {} : { tokenEndpoint }),
    ...(authorizeEndpoint === undefined ? {} : { authorizeEndpoint }),
    ...(device === undefined ? {} : { deviceAuthorizationEndpoint: device }),
    ...(revocationEndpoint === undefined ? {} : { revocationEndpoint }),
    promisesIss: members['authorization_response_iss_parameter_supported'] === true,
    ...(clientAuthMethods === undefined ? {} : { clientAuthMethods }),
    ...(grantTypes === undefined ? {} : { grantTypes }),
    refused,
  };
}

/** Names alone: they are shown to people. */
function textList(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((item) => typeof item === 'string' && /^[\w:.-]{1,100}$/.test(item));
}
