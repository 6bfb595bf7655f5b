/** What failures mean with SailPoint ISC, in the vendor's words, with where to click. */
import { codes, durationWords, given, itsWords, nameInCommand, server, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { iscUiOrigin } from './isc-tenant.ts';
import type { Explanation } from './system.ts';

type Explain = (data: ErrorData, context: Context) => Partial<Explanation>;

interface Context {
  readonly profile: Profile;
  /** Where a person finds the personal access tokens. */
  readonly tokensPage: string;
  /** Where an administrator finds the API clients. */
  readonly clientsPage: string;
  /** What decides about the host, and what it should be. */
  readonly hostAdvice: string;
}

/** `apiOrigin` is where the profile's requests go, as far as that is known. */
export function explainIsc(
  code: ErrorCode,
  data: ErrorData,
  profile: Profile,
  apiOrigin: string | undefined,
): Partial<Explanation> | undefined {
  const explain = code === 'auth.refused' ? refusal(data) : byCode[code];
  return explain?.(data, context(profile, apiOrigin));
}

function refusal({ oauthError, status }: ErrorData): Explain | undefined {
  return oauthError === undefined ? byStatus.get(status ?? 0) : byOAuthError.get(oauthError);
}

function context(profile: Profile, apiOrigin: string | undefined): Context {
  const ui = apiOrigin === undefined ? undefined : iscUiOrigin(apiOrigin);
  const own = profile.endpoints?.token !== undefined;
  return {
    profile,
    tokensPage:
      ui === undefined ? 'Preferences > Personal Access Tokens' : `${ui}/ui/d/user-preferences/personal-access-tokens`,
    clientsPage:
      ui === undefined
        ? 'Admin > Global > Security Settings > API Management'
        : `${ui}/ui/admin/#admin:global:security:apimanagementpanel`,
    hostAdvice: own
      ? 'Check "endpoints.token" of the profile: token requests go to {tenant}.api.identitynow.com, not to the host of the user interface'
      : `Check the tenant name${given(' ', quoted(profile.tenant))}: token requests go to {tenant}.api.identitynow.com, not to the host of the user interface, and the name is under Dashboard > Overview > Org Name`,
  };
}

const quoted = (text: string | undefined) => (text === undefined ? undefined : `"${text}"`);

const wrongCredentials: Explain = (data, { profile, tokensPage }) => ({
  what: `SailPoint ISC does not accept the client id or the secret of ${theProfile(data)}${codes(data)}: one of them is wrong, or the personal access token was deleted or has expired.${noteOnEnd(profile)}${itsWords(data)}`,
  next: `Look at ${tokensPage} for this client id, make a new token there if it is gone, and enter both with "tokentray edit ${nameInCommand(data)} --file profile.json --secrets -"${legacyHint(profile)}`,
});

function noteOnEnd({ credentialExpires }: Profile): string {
  return credentialExpires === undefined ? '' : ` The profile notes ${credentialExpires} as its last day.`;
}

/** Ids of personal access tokens may be 32 hex digits, so the missing dashes alone say nothing. */
function legacyHint({ clientId = '' }: Profile): string {
  if (clientId === '' || clientId.includes('-') || /^[0-9a-f]{32}$/i.test(clientId)) return '';
  return '; an id without dashes may belong to a legacy API client, which ISC no longer accepts';
}

const wrongHost: Explain = (data, { hostAdvice }) => ({
  what: `There is no ISC token endpoint${given(' at ', data.host)}${codes(data)}`,
  next: hostAdvice,
});

/** The vendor documents no discovery on vanity hosts; a signed-in session tells the API host. */
function vanityHint({ host }: ErrorData): string {
  return host === undefined
    ? ''
    : `. If ${host} is a vanity address, sign in there and open https://${host}/ui/session in the same browser: the host of its "baseUrl" is the one for token requests`;
}

const byOAuthError: ReadonlyMap<string, Explain> = new Map<string, Explain>([
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

const byStatus: ReadonlyMap<number, Explain> = new Map<number, Explain>([
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

const byCode: Readonly<Partial<Record<ErrorCode, Explain>>> = {
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
