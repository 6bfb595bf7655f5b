/** What failures mean with PingOne AIC, in the vendor's words. */
import { codes, durationWords, given, itsWords, nameInCommand, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Explanation } from './system.ts';

type Explain = (data: ErrorData, profile: Profile) => Partial<Explanation>;

export function explainAic(code: ErrorCode, data: ErrorData, profile: Profile): Partial<Explanation> | undefined {
  return explanation(code, data, profile)?.(data, profile);
}

function explanation(code: ErrorCode, { oauthError, status }: ErrorData, { auth }: Profile): Explain | undefined {
  if (code !== 'auth.refused') return byCode[code];
  if (auth === 'api_key') return status === 401 || status === 403 ? keyRefused : undefined;
  return oauthError === undefined ? byStatus.get(status ?? 0) : byOAuthError.get(oauthError);
}

const tenantAdvice = ({ tenant, endpoints }: Profile): string =>
  endpoints?.token === undefined
    ? `Check the tenant${given(' "', tenant)}${tenant === undefined ? '' : '"'}: it must be the tenant FQDN, as in the address of the admin console, no realm alias and no custom domain`
    : 'Check "endpoints.token" of the profile: it must be https://{tenant FQDN}/am/oauth2/access_token, no realm alias and no custom domain';

const wrongHost: Explain = (_data, profile) => ({ next: tenantAdvice(profile) });

const noSuchEndpoint: Explain = (data, profile) => ({
  what: `There is no token endpoint of PingOne AIC${given(' at ', data.host)}${codes(data)}`,
  next: tenantAdvice(profile),
});

/** Differences that the server's certificate and the transport already explain are smaller. */
const noticeableMs = 60_000;

/** The one refusal for everything about the assertion; the clock comes first where it is known to be off. */
const assertionRefused: Explain = (data, { serviceAccountId = '' }) => {
  const offsetMs = data.clockOffsetMs ?? 0;
  const clock =
    Math.abs(offsetMs) >= noticeableMs
      ? ` This machine's clock is ${durationWords(Math.abs(offsetMs))} ${offsetMs > 0 ? 'behind' : 'ahead of'} the server's.`
      : '';
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(serviceAccountId)
    ? ''
    : '; its id is a UUID, and the one in the profile is none';
  return {
    what: `PingOne AIC does not accept the assertion of ${theProfile(data)}${codes(data)}: the private key is not that of this service account, the service account is gone, or the audience or the time in it is wrong.${clock}${itsWords(data)}`,
    next: `Check in the admin console that the service account "${serviceAccountId}" exists${id}. If its key was made anew, enter the new one with "tokentray edit ${nameInCommand(data)} --secrets -". ${clock === '' ? 'Check the date and time of this machine, too' : 'Set the clock of this machine'}`,
  };
};

const byOAuthError: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ['invalid_grant', assertionRefused],
  [
    'invalid_client',
    (data, profile) => ({
      what: `PingOne AIC does not know the client service-account at this address${codes(data)}: it is there under the tenant FQDN only.${itsWords(data)}`,
      next: tenantAdvice(profile),
    }),
  ],
  [
    'invalid_scope',
    (data, { scope = '' }) => ({
      what: `PingOne AIC does not grant the scope "${data.askedScope ?? scope}"${codes(data)}: it must be the same as the scopes of the service account, or a part of them.${itsWords(data)}`,
      next: `Compare "scope" of the profile with the scopes of the service account in the admin console, and correct one of them`,
    }),
  ],
  [
    'unauthorized_client',
    (data, profile) => ({
      what: `PingOne AIC does not let this client have a token for an assertion${codes(data)}; the client service-account may nothing else.${itsWords(data)}`,
      next: tenantAdvice(profile),
    }),
  ],
  [
    'unsupported_grant_type',
    (data, profile) => ({
      what: `The server does not know the grant type jwt-bearer${codes(data)}, which every tenant of PingOne AIC does.${itsWords(data)}`,
      next: tenantAdvice(profile),
    }),
  ],
  [
    'invalid_request',
    (data) => ({
      what: `PingOne AIC finds the token request incomplete or malformed${codes(data)}.${itsWords(data)}`,
      next: 'Take "request" out of the profile if it has one: the tenant wants client_id, grant_type, assertion and scope in a form, and nothing else',
    }),
  ],
]);

const byStatus: ReadonlyMap<number, Explain> = new Map<number, Explain>([
  [401, assertionRefused],
  [404, noSuchEndpoint],
  [405, noSuchEndpoint],
]);

const keyRefused: Explain = (data) => ({
  what: `PingOne AIC does not accept the API key and secret of ${theProfile(data)}${codes(data)}: they are wrong or were deleted, or this is not the log API, the only one that takes them.${itsWords(data)}`,
  next: `Make a new key under Tenant settings > Global settings > Log API keys, and enter both with "tokentray edit ${nameInCommand(data)} --secrets -"`,
});

const byCode: Readonly<Partial<Record<ErrorCode, Explain>>> = {
  'auth.secret_missing': (data, { auth }) => ({
    next:
      auth === 'api_key'
        ? `Make a key under Tenant settings > Global settings > Log API keys if you have none, and enter apiKey and apiSecret with "tokentray edit ${nameInCommand(data)} --secrets -"`
        : `Enter the JWK that was downloaded with the service account with "tokentray edit ${nameInCommand(data)} --secrets -"; if it is lost, regenerate the key in the admin console`,
  }),
  'network.dns': wrongHost,
  'network.redirected': wrongHost,
  'network.bad_answer': wrongHost,
  'network.too_large': wrongHost,
};
