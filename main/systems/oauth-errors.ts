/** What failures of any other OAuth 2.0 server mean for this way to a token, where the general words miss the point. */
import { codes, itsWords, nameInCommand, server, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { AuthKind, Profile } from '../profiles/profile.ts';
import type { Explanation } from './system.ts';

type Explain = (data: ErrorData, profile: Profile) => Partial<Explanation>;

export function explainOAuth(code: ErrorCode, data: ErrorData, profile: Profile): Partial<Explanation> | undefined {
  return explanation(code, data, profile)?.(data, profile);
}

function explanation(code: ErrorCode, { oauthError }: ErrorData, { auth, request }: Profile): Explain | undefined {
  if (code === 'auth.secret_missing')
    return request?.clientAuth === 'private_key_jwt' ? keyMissing : secretWanted[auth];
  if (code !== 'auth.refused' && code !== 'auth.sign_in_needed') return undefined;
  if (oauthError === 'invalid_client' && request?.clientAuth === 'private_key_jwt') return keyOfClientRefused;
  return byGrant[auth]?.get(oauthError ?? '');
}

const keyMissing: Explain = (data) => ({
  next: `Give the private key as a JWK with "tokentray edit ${nameInCommand(data)} --secrets -"`,
});

const secretWanted: Readonly<Partial<Record<AuthKind, Explain>>> = { jwt_bearer: keyMissing };

/** RFC 7523 section 3.2. */
const keyOfClientRefused: Explain = (data) => ({
  what: `${server(data)} does not accept the signature of the client of ${theProfile(data)}${codes(data)}: it does not know the client id or the key, or this machine's clock is off.${itsWords(data)}`,
  next: 'Check that the public part of the key is registered for this client id, and the date and time of this machine',
});

/** RFC 7523 section 3.1. */
const assertionRefused: Explain = (data) => ({
  what: `${server(data)} does not accept the assertion of ${theProfile(data)}${codes(data)}: its signature, issuer, subject or audience is not what the server expects, or this machine's clock is off.${itsWords(data)}`,
  next: 'Check "clientId" (the issuer), "serviceAccountId" (the subject), "audience" (the audience) and the key against what the server documents',
});

const sessionEnded: Explain = (data) => ({
  what: `The session of ${theProfile(data)} with ${server(data)} is over${codes(data)}: what carried it on has run out, was used already, was revoked, or belongs to another client.${itsWords(data)}`,
  next: `Sign in again with "tokentray login ${nameInCommand(data)}"`,
});

const grantNotOffered = (grant: string, field: string): Explain => {
  return (data) => ({
    what: `${server(data)} does not offer ${grant} to the client of ${theProfile(data)}${codes(data)}.${itsWords(data)}`,
    next: `Have ${grant} enabled for this client, or choose another "auth"; if the server does offer it, check ${field} of the profile`,
  });
};

const signInErrors = (grant: string, field: string) =>
  new Map<string, Explain>([
    ['invalid_grant', sessionEnded],
    ['invalid_token', sessionEnded],
    ['unauthorized_client', grantNotOffered(grant, field)],
    ['unsupported_grant_type', grantNotOffered(grant, field)],
  ]);

const byGrant: Readonly<Partial<Record<AuthKind, ReadonlyMap<string, Explain>>>> = {
  authorization_code: signInErrors('sign-in with a code', '"endpoints.token"'),
  device_code: signInErrors('sign-in with a device code', '"endpoints.deviceAuthorization"'),
  jwt_bearer: new Map([
    ['invalid_grant', assertionRefused],
    ['unauthorized_client', grantNotOffered('tokens for assertions', '"endpoints.token"')],
    ['unsupported_grant_type', grantNotOffered('tokens for assertions', '"endpoints.token"')],
  ]),
};
