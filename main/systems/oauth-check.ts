/** What is wrong with a profile for any other OAuth 2.0 server, whose shape is right. */
import type { Issue } from '../errors.ts';
import type { AuthKind, Profile } from '../profiles/profile.ts';
import { redirectUriIssue } from '../profiles/redirect-uri.ts';
import { fieldsThatDoNotApply, missing, needed, usesIssues } from './field-checks.ts';
import { exampleApi, exampleIssuer, exampleTokenEndpoint, exampleUses, oauthFields } from './oauth-fields.ts';

export const oauthLabel = 'OAuth 2.0';

const byAuth: Readonly<Record<AuthKind, (profile: Profile) => readonly Issue[]>> = {
  client_credentials: clientIssues,
  authorization_code: (profile) => [
    ...clientIssues(profile),
    ...unlessDiscovered(profile, profile.endpoints?.authorize, authorizeMissing),
    ...redirectIssues(profile),
  ],
  device_code: (profile) => [
    ...clientIssues(profile),
    ...unlessDiscovered(profile, profile.endpoints?.deviceAuthorization, deviceAuthorizationMissing),
  ],
  jwt_bearer: clientIssues,
  api_key: apiIssues,
  linked: (profile) => [...usesIssues(profile, exampleUses), ...apiIssues(profile)],
};

const authorizeMissing = missing(
  'endpoints.authorize',
  'the browser signs in there, and without an issuer nobody tells it',
  `${exampleIssuer}/oauth/authorize`,
);
const deviceAuthorizationMissing = missing(
  'endpoints.deviceAuthorization',
  'device codes are asked for there, and without an issuer nobody tells it',
  `${exampleIssuer}/oauth/device`,
);

export function checkOAuth(profile: Profile): readonly Issue[] {
  return [
    ...byAuth[profile.auth](profile),
    ...fieldsThatDoNotApply(profile, oauthFields(profile.auth), oauthLabel, alsoAccepted(profile)),
  ];
}

/** What discovery tells of a server, whichever of its grants the profile uses. */
function alsoAccepted({ auth }: Profile) {
  return auth === 'api_key' || auth === 'linked'
    ? []
    : (['endpoints.authorize', 'endpoints.deviceAuthorization', 'endpoints.revoke'] as const);
}

function clientIssues(profile: Profile): readonly Issue[] {
  return [
    ...unlessDiscovered(
      profile,
      profile.endpoints?.token,
      missing(
        'endpoints.token',
        'token requests are sent there, and without an issuer nobody tells it',
        exampleTokenEndpoint,
      ),
    ),
    ...needed(profile.clientId, missing('clientId', 'the server knows the client by it', 'tokentray')),
  ];
}

/** Discovery finds endpoints at the issuer, or at the address of the description. */
function unlessDiscovered({ issuer }: Profile, endpoint: string | undefined, issue: Issue): readonly Issue[] {
  return needed(issuer ?? endpoint, issue);
}

function redirectIssues({ redirectUri }: Profile): readonly Issue[] {
  const issue = redirectUri === undefined ? undefined : redirectUriIssue(redirectUri);
  return issue === undefined ? [] : [issue];
}

function apiIssues({ endpoints }: Profile): readonly Issue[] {
  return needed(endpoints?.api, missing('endpoints.api', 'it decides where the token or key may be sent', exampleApi));
}
