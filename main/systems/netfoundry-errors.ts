/** What failures mean with NetFoundry, whose identity providers have codes of their own. */
import { codes, itsWords, nameInCommand, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Explanation } from './system.ts';

type Explain = (data: ErrorData, profile: Profile) => Partial<Explanation>;

export function explainNetFoundry(
  code: ErrorCode,
  data: ErrorData,
  profile: Profile,
): Partial<Explanation> | undefined {
  return explanation(code, data)?.(data, profile);
}

function explanation(code: ErrorCode, { oauthError, status }: ErrorData): Explain | undefined {
  if (code !== 'auth.refused') return byCode[code];
  return oauthError === undefined ? byStatus.get(status ?? 0) : byOAuthError.get(oauthError);
}

const newerShape =
  'A newer API account, whose credentials.json names an authenticationUrl, wants it as "endpoints.token", with "request": {"body": "form", "clientAuth": "client_secret_basic"} and a "scope"';

/** Auth0 says `access_denied` for a wrong secret, and the newer identity provider `invalid_client`. */
const wrongCredentials: Explain = (data) => ({
  what: `NetFoundry's identity provider does not accept the client id or the secret of ${theProfile(data)}${codes(data)}: one of them is wrong, or the API account was deleted.${itsWords(data)}`,
  next: `Compare them with the API account in the NetFoundry console, and enter the secret with "tokentray edit ${nameInCommand(data)} --secrets -". ${newerShape}`,
});

const wrongShape: Explain = (data) => ({
  what: `NetFoundry's identity provider does not understand the token request of ${theProfile(data)}${codes(data)}.${itsWords(data)}`,
  next: `Auth0 wants JSON with an audience, which is what is sent without "request". ${newerShape}`,
});

const wrongScope: Explain = (data, { scope = '' }) => ({
  what: `NetFoundry's identity provider does not know the scope "${data.askedScope ?? scope}", or does not give it to the API account of ${theProfile(data)}${codes(data)}.${itsWords(data)}`,
  next: 'The scope of the production gateway is https://gateway.production.netfoundry.io//ignore-scope, with two slashes; take that of another one from the NetFoundry console',
});

const wrongAudience: Explain = (data) => ({
  what: `NetFoundry's identity provider does not give the API account of ${theProfile(data)} a token for this audience${codes(data)}.${itsWords(data)}`,
  next: 'Leave "audience" out to ask for the production gateway, https://gateway.production.netfoundry.io/, with the slash at its end',
});

const byOAuthError: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ['access_denied', (data, profile) => (isAboutAudience(data) ? wrongAudience : wrongCredentials)(data, profile)],
  ['invalid_client', wrongCredentials],
  ['unauthorized_client', wrongCredentials],
  ['invalid_request', wrongShape],
  ['unsupported_grant_type', wrongShape],
  ['invalid_scope', wrongScope],
  ['invalid_target', wrongAudience],
]);

/** Auth0 has one code for secrets, grants and audiences, and tells them apart in words. */
function isAboutAudience({ description = '' }: ErrorData): boolean {
  return /audience|service not (found|enabled)|client is not authorized to access|client has not been granted/i.test(
    description,
  );
}

const byStatus: ReadonlyMap<number, Explain> = new Map<number, Explain>([
  [400, wrongShape],
  [401, wrongCredentials],
  [403, wrongCredentials],
  [415, wrongShape],
]);

const byCode: Readonly<Partial<Record<ErrorCode, Explain>>> = {
  'auth.secret_missing': (data) => ({
    next: `Enter the secret of the API account, "password" in its credentials.json, with "tokentray edit ${nameInCommand(data)} --secrets -"`,
  }),
};
