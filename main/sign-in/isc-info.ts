/** What a SailPoint ISC tenant says of itself at `/oauth/info`, to whoever asks. */
import { TokentrayError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import { endpointMember, fetchDocument, textMember } from './server-document.ts';

export interface IscInfo {
  /** The organisation's name. Hosts are not made of it: some tenants have others. */
  readonly tenantName?: string;
  readonly authorizeEndpoint: string;
  readonly tokenEndpoint: string;
  /** Of the token endpoint: the gateway of the APIs. */
  readonly apiOrigin: string;
  /** Of `cloudDomainUrl`, which may be a vanity host. */
  readonly uiOrigin?: string;
  readonly logoutUrl?: string;
  readonly pod?: string;
}

/**
 * Rejects with `config.discovery_failed` where no such description is, `config.profile_invalid` for an address in it
 * that is not https, and `network.*`. Sends no credentials.
 */
export async function discoverIsc(
  http: Http,
  place: { readonly apiOrigin: string } | { readonly infoUrl: string },
): Promise<IscInfo> {
  const url = 'infoUrl' in place ? place.infoUrl : `${place.apiOrigin}/oauth/info`;
  const members = await fetchDocument(http, url);
  const authorizeEndpoint = endpointMember(members, 'authorizeEndpoint', 'endpoints.authorize', url);
  const tokenEndpoint = endpointMember(members, 'tokenEndpoint', 'endpoints.token', url);
  if (authorizeEndpoint === undefined || tokenEndpoint === undefined) {
    const { host, pathname } = new URL(url);
    throw new TokentrayError('config.discovery_failed', { data: { host, detail: `${host}${pathname}` } });
  }
  const tenantName = textMember(members, 'tenantName');
  const cloudDomainUrl = endpointMember(members, 'cloudDomainUrl', 'endpoints.ui', url);
  const logoutUrl = endpointMember(members, 'logoutUrl', 'endpoints.ui', url);
  const pod = textMember(members, 'pod');
  return {
    ...(tenantName === undefined ? {} : { tenantName }),
    authorizeEndpoint,
    tokenEndpoint,
    apiOrigin: new URL(tokenEndpoint).origin,
    ...(cloudDomainUrl === undefined ? {} : { uiOrigin: new URL(cloudDomainUrl).origin }),
    ...(logoutUrl === undefined ? {} : { logoutUrl }),
    ...(pod === undefined ? {} : { pod }),
  };
}
