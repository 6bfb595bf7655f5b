/** What failures mean with SailPoint ISC for a profile that signs in with a browser, and for what carries on from there. */
import { codes, given, itsWords, nameInCommand, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import { legacyHint } from './isc-error-context.ts';
import type { IscErrorContext, IscExplain } from './isc-error-context.ts';
import type { Explanation } from './system.ts';

/** Undefined where it makes no difference that the token comes from a sign-in. */
export function explainIscSignIn(
  code: ErrorCode,
  data: ErrorData,
  context: IscErrorContext,
): Partial<Explanation> | undefined {
  return explanation(code, data)?.(data, context);
}

function explanation(code: ErrorCode, data: ErrorData): IscExplain | undefined {
  const { oauthError, status } = data;
  if (code !== 'auth.refused' && code !== 'auth.sign_in_needed') return byCode[code];
  if (isAboutRedirect(data)) return redirectMismatch;
  if (code === 'auth.sign_in_needed') return oauthError === undefined ? undefined : sessionEnded;
  if (oauthError !== undefined) return byOAuthError.get(oauthError);
  return status === 401 ? wrongClient : undefined;
}

/** Servers answer a redirect URI that does not match with several codes; RFC 6749 section 5.2 has `invalid_grant`. */
function isAboutRedirect({ oauthError = '', description = '' }: ErrorData): boolean {
  if (/redirect/i.test(oauthError)) return true;
  return (oauthError === 'invalid_grant' || oauthError === 'invalid_request') && /redirect/i.test(description);
}

const redirectMismatch: IscExplain = (data, { profile, clientsPage }) => ({
  what: `SailPoint ISC does not know the redirect URI${given(' ', profile.redirectUri)} for this client${codes(data)}: it must stand, exactly so, in the client's redirectUris.${itsWords(data)}`,
  next: `Compare "redirectUri" of the profile character by character with the list at ${clientsPage}, then sign in again with "tokentray login ${nameInCommand(data)}"`,
});

const sessionEnded: IscExplain = (data, { clientsPage }) => ({
  what: `The session of ${theProfile(data)} with SailPoint ISC is over${codes(data)}: its refresh token has run out, was used already, or belongs to another client.${itsWords(data)}`,
  next: `Sign in again with "tokentray login ${nameInCommand(data)}"; how long sessions live is set in the API client at ${clientsPage}`,
});

const wrongClient: IscExplain = (data, { profile, clientsPage }) => ({
  what: `SailPoint ISC does not accept the client id or the secret of ${theProfile(data)}${codes(data)}: one of them is wrong, the secret is missing or too many, or the API client is disabled.${itsWords(data)}`,
  next: `Look for this client id at ${clientsPage}, and enter its secret with "tokentray edit ${nameInCommand(data)} --secrets -" if the client has one${legacyHint(profile)}`,
});

const byOAuthError: ReadonlyMap<string, IscExplain> = new Map<string, IscExplain>([
  ['invalid_client', wrongClient],
  ['invalid_grant', sessionEnded],
  ['invalid_token', sessionEnded],
  [
    'unauthorized_client',
    (data, { clientsPage }) => ({
      what: `The API client of ${theProfile(data)} may not sign people in${codes(data)}: its grantTypes must hold AUTHORIZATION_CODE, and REFRESH_TOKEN to stay signed in.${itsWords(data)}`,
      next: `Have an administrator enable both at ${clientsPage}`,
    }),
  ],
  [
    'unsupported_grant_type',
    (data, { hostAdvice }) => ({
      what: `The server does not know the grant types authorization_code and refresh_token${codes(data)}, which every ISC tenant does.${itsWords(data)}`,
      next: hostAdvice,
    }),
  ],
  [
    'unsupported_response_type',
    (data, { clientsPage }) => ({
      what: `SailPoint ISC does not give a code to the API client of ${theProfile(data)}${codes(data)}.${itsWords(data)}`,
      next: `Check at ${clientsPage} that the client's grantTypes hold AUTHORIZATION_CODE, and that "endpoints.authorize" of the profile, if it is there, is what the tenant's /oauth/info tells`,
    }),
  ],
  [
    'invalid_request',
    (data) => ({
      what: `SailPoint ISC finds the request incomplete or malformed${codes(data)}.${itsWords(data)}`,
      next: 'Check "clientId" and "redirectUri" of the profile, and take "request" out of it if it has one',
    }),
  ],
  [
    'invalid_scope',
    (data, { clientsPage }) => ({
      what: `SailPoint ISC does not grant the scope that ${theProfile(data)} asks for${codes(data)}.${itsWords(data)}`,
      next: `Leave "scope" out to get all that the client may have, or compare it with the client's scopes at ${clientsPage} (the one for everything is spelled sp:scopes:all)`,
    }),
  ],
]);

const byCode: Readonly<Partial<Record<ErrorCode, IscExplain>>> = {
  // A redirect URI that ISC does not know ends on its own page: no browser comes back.
  'auth.sign_in_timeout': (data, { profile, clientsPage }) => ({
    next: `If the browser showed an error of SailPoint, check that "redirectUri"${given(' ', profile.redirectUri)} stands exactly so at ${clientsPage}; then start again with "tokentray login ${nameInCommand(data)}"`,
  }),
  'auth.secret_missing': (data, { clientsPage }) => ({
    next: `Enter the secret of the API client with "tokentray edit ${nameInCommand(data)} --secrets -"; a new one is made at ${clientsPage}`,
  }),
};
