/** What Postman and other OAuth clients ask for in their own forms, so that nobody has to collect it by hand. */
import type { OAuthClientFacts } from '../../preload/views.ts';
import type { ClientAuthMethod, Profile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';

/** As Postman's OAuth 2.0 tab names them; it knows no other grant that Tokentray uses. */
const grants: Readonly<Partial<Record<Profile['auth'], string>>> = {
  client_credentials: 'Client Credentials',
  authorization_code: 'Authorization Code (With PKCE)',
};

const clientAuths: Readonly<Partial<Record<ClientAuthMethod, string>>> = {
  client_secret_basic: 'Send as Basic Auth header',
  client_secret_post: 'Send client credentials in body',
  none: 'Send client credentials in body',
};

/** Null where no token is requested in a way that such a client could. */
export function oauthClientFacts(profile: Profile): OAuthClientFacts | null {
  const grant = grants[profile.auth];
  const system = systemOf(profile);
  const { token, authorize } = system.endpoints(profile);
  const clientAuth =
    clientAuths[profile.request?.clientAuth ?? system.requestShape?.clientAuth ?? 'client_secret_post'];
  if (grant === undefined || token === undefined || clientAuth === undefined) return null;
  return {
    grant,
    authorizeEndpoint: profile.auth === 'authorization_code' ? (authorize ?? null) : null,
    tokenEndpoint: token,
    redirectUri: profile.redirectUri ?? null,
    clientId: profile.clientId ?? null,
    scope: profile.scope ?? null,
    audience: profile.audience ?? null,
    clientAuth,
  };
}
