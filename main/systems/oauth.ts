/** Any other OAuth 2.0 or OpenID Connect server, found by its issuer or by endpoints that are given by hand. */
import { authKinds } from '../profiles/profile.ts';
import type { Profile } from '../profiles/profile.ts';
import { auth0Claims } from './auth0-claims.ts';
import { checkOAuth, oauthLabel } from './oauth-check.ts';
import { explainOAuth } from './oauth-errors.ts';
import { oauthFields } from './oauth-fields.ts';
import type { Endpoints, System } from './system.ts';

export const oauth: System = {
  id: 'oauth',
  label: oauthLabel,
  summary: 'Any other server that gives out tokens, by its issuer or its endpoints; or an API with a fixed key.',
  auths: authKinds,
  tokenVariable: 'ACCESS_TOKEN',
  fields: oauthFields,
  check: checkOAuth,
  endpoints,
  explain: explainOAuth,
  claims: auth0Claims,
};

/** What the profile says; what discovery finds stands there as well. */
function endpoints({ auth, endpoints: own = {} }: Profile): Endpoints {
  const { api, token, authorize, deviceAuthorization, revoke, info } = own;
  const base = api === undefined ? {} : { api: api.replace(/\/+$/, '') };
  if (auth === 'api_key' || auth === 'linked') return base;
  return {
    ...base,
    ...(token === undefined ? {} : { token }),
    ...(authorize === undefined ? {} : { authorize }),
    ...(deviceAuthorization === undefined ? {} : { deviceAuthorization }),
    ...(revoke === undefined ? {} : { revoke }),
    ...(info === undefined ? {} : { info }),
  };
}
