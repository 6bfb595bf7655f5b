/** What failures mean with SailPoint ISC, in the vendor's words, with where to click. */
import { codes, durationWords, given, itsWords, nameInCommand, server, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { iscErrorContext, legacyHint } from './isc-error-context.ts';
import type { IscExplain } from './isc-error-context.ts';
import { explainIscSignIn } from './isc-sign-in-errors.ts';
import type { Explanation } from './system.ts';

export function explainIsc(code: ErrorCode, data: ErrorData, profile: Profile): Partial<Explanation> | undefined {
  const context = iscErrorContext(profile);
  const ofSignIn = profile.auth === 'authorization_code' ? explainIscSignIn(code, data, context) : undefined;
  if (ofSignIn !== undefined) return ofSignIn;
  const explain = code === 'auth.refused' ? refusal(data, profile) : byCode[code];
  return explain?.(data, context);
}

function refusal({ oauthError, status }: ErrorData, { auth }: Profile): IscExplain | undefined {
  if (oauthError === undefined) return byStatus.get(status ?? 0);
  return auth === 'client_credentials' ? byOAuthError.get(oauthError) : undefined;
}

const wrongCredentials: IscExplain = (data, { profile, tokensPage }) => ({
  what: `SailPoint ISC does not accept the client id or the secret of ${theProfile(data)}${codes(data)}: one of them is wrong, or the personal access token was deleted or has expired.${noteOnEnd(profile)}${itsWords(data)}`,
  next: `Look at ${tokensPage} for this client id, make a new token there if it is gone, and enter both with "tokentray edit ${nameInCommand(data)} --file profile.json --secrets -"${legacyHint(profile)}`,
});

function noteOnEnd({ credentialExpires }: Profile): string {
  return credentialExpires === undefined ? '' : ` The profile notes ${credentialExpires} as its last day.`;
}

const wrongHost: IscExplain = (data, { hostAdvice }) => ({
  what: `There is no ISC token endpoint${given(' at ', data.host)}${codes(data)}`,
  next: hostAdvice,
});

/** The vendor documents no discovery on vanity hosts; a signed-in session tells the API host. */
function vanityHint({ host }: ErrorData): string {
  return host === undefined
    ? ''
    : `. If ${host} is a vanity address, sign in there and open https://${host}/ui/session in the same browser: the host of its "baseUrl" is the one for token requests`;
}

const byOAuthError: ReadonlyMap<string, IscExplain> = new Map<string, IscExplain>([
  ['invalid_client', wrongCredentials],
  [
    'unauthorized_client',
    (data, { clientsPage }) => ({
      what: `The API client of ${theProfile(data)} may not use client credentials${codes(data)}: its grantTypes must hold CLIENT_CREDENTIALS.${itsWords(data)}`,
      next: `Have an administrator enable it at ${clientsPage} or use a personal access token, which always may`,
    }),
  ],
  [
    'invalid_request',
    (data) => ({
      what: `SailPoint ISC finds the token request incomplete or malformed${codes(data)}.${itsWords(data)}`,
      next: 'Take "request" out of the profile if it has one: ISC wants only grant_type, client_id and client_secret',
    }),
  ],
  [
    'invalid_grant',
    (data, { tokensPage }) => ({
      what: `SailPoint ISC does not accept the personal access token of ${theProfile(data)}${codes(data)}: its owner may be disabled or locked, or the token deleted or expired.${itsWords(data)}`,
      next: `Check that its owner can sign in to ISC and that the token is still listed at ${tokensPage} in the user's preferences`,
    }),
  ],
  [
    'unsupported_grant_type',
    (data, { hostAdvice }) => ({
      what: `${server(data)} does not know the grant type client_credentials${codes(data)}, which every ISC tenant does.${itsWords(data)}`,
      next: hostAdvice,
    }),
  ],
  [
    'invalid_scope',
    (data, { tokensPage }) => ({
      what: `SailPoint ISC does not grant the scope that ${theProfile(data)} asks for${codes(data)}.${itsWords(data)}`,
      next: `Leave "scope" out to get all that the token was made with, or compare it with the token's scopes at ${tokensPage} (the one for everything is spelled sp:scopes:all)`,
    }),
  ],
]);

const byStatus: ReadonlyMap<number, IscExplain> = new Map<number, IscExplain>([
  [401, wrongCredentials],
  [
    403,
    (data) => ({
      what: `SailPoint ISC forbids token requests${codes(data)}${given(' at ', data.host)}.${itsWords(data)}`,
      next: 'Check whether the tenant restricts the networks it is used from, and whether the owner of the personal access token is still active',
    }),
  ],
  [404, wrongHost],
  [405, wrongHost],
]);

const byCode: Readonly<Partial<Record<ErrorCode, IscExplain>>> = {
  'auth.secret_missing': (data, { tokensPage }) => ({
    next: `Make a personal access token at ${tokensPage} if you have none, and enter its secret with "tokentray edit ${nameInCommand(data)} --secrets -"`,
  }),
  'network.dns': (_data, { hostAdvice }) => ({
    next: `${hostAdvice}; if it is right, check the network connection, VPN and proxy`,
  }),
  'network.redirected': (data, { hostAdvice }) => ({ next: `${hostAdvice}${vanityHint(data)}` }),
  'network.bad_answer': (_data, { hostAdvice }) => ({ next: hostAdvice }),
  'network.too_large': (_data, { hostAdvice }) => ({ next: hostAdvice }),
  'network.rate_limited': (data) => ({
    what: `SailPoint ISC was asked too often${codes(data)}.${itsWords(data)}`,
    next: `Wait${data.retryAfterMs === undefined ? ' a while' : ` ${durationWords(data.retryAfterMs)}`}, and let scripts share one token by taking it from "tokentray token ${nameInCommand(data)}"`,
  }),
};
