/** What each OAuth error code, or else the HTTP status, of a refused token request means in words. */

export interface Refusal {
  /** What is wrong, to follow "The server refused the profile:". */
  readonly reason: string;
  readonly next: string;
}

const signInAgain = 'Sign in again; if it goes on, ask whoever runs the server what it requires';

const withoutParams = 'Take what belongs to the sign-in out of "request.params" of the profile';

/** By the OAuth `error` code. */
export const oauthReasons: ReadonlyMap<string, Refusal> = new Map([
  // RFC 6749 section 5.2
  [
    'invalid_request',
    {
      reason: 'it finds the token request incomplete or malformed',
      next: 'Check "request.body", "request.params" and "audience" of the profile against what the server documents',
    },
  ],
  [
    'invalid_client',
    {
      reason: 'it does not know the client id, or the secret is wrong, or it wants them sent in another way',
      next: 'Check the client id, enter the secret again, and check "request.clientAuth" of the profile',
    },
  ],
  [
    'invalid_grant',
    {
      reason: 'what the token was asked with is wrong, used up, run out, or belongs to another client',
      next: 'Sign in again, or replace the secret with a new one from the server',
    },
  ],
  [
    'unauthorized_client',
    {
      reason: 'this client may not ask for tokens in this way',
      next: 'Have the grant type of the profile\'s "auth" enabled for this client, or use another client',
    },
  ],
  [
    'unsupported_grant_type',
    {
      reason: 'it does not offer tokens in this way',
      next: 'Check "auth" and "endpoints.token" of the profile, and "request.body" if the server wants another form',
    },
  ],
  [
    'invalid_scope',
    {
      reason: 'it does not know the scope, or this client may not have it',
      next: 'Correct "scope" of the profile, or leave it out to get what the client is entitled to',
    },
  ],
  // RFC 6749 section 4.1.2.1
  [
    'access_denied',
    {
      reason: 'access was denied by the server or by a person',
      next: 'If you signed in, do so again and allow the access; else check the client id, the secret and "audience", and whether the client was granted access',
    },
  ],
  [
    'unsupported_response_type',
    {
      reason: 'it does not offer sign-in with a code',
      next: 'Check "auth" and "endpoints.authorize" of the profile',
    },
  ],
  // Servers have several names for it; RFC 6749 section 4.1.2.1 wants none sent to such an address at all.
  ['redirect_uri_mismatch', redirectUnknown('the redirect URI is not one that it knows for this client')],
  ['invalid_redirect_uri', redirectUnknown('it finds the redirect URI wrong for this client')],
  [
    'server_error',
    { reason: 'it had an internal error', next: 'Try again in a while; if it goes on, ask whoever runs the server' },
  ],
  [
    'temporarily_unavailable',
    { reason: 'it is overloaded or under maintenance', next: 'Try again in a while; the profile is kept as it is' },
  ],
  // RFC 6750 section 3.1
  [
    'invalid_token',
    {
      reason: 'the token that was shown to it is wrong, revoked or has run out',
      next: 'Sign in again, or replace the secret with a new one from the server',
    },
  ],
  [
    'insufficient_scope',
    { reason: 'it wants a wider scope', next: 'Add the scope that the server names to "scope" of the profile' },
  ],
  // RFC 8707 section 2
  [
    'invalid_target',
    {
      reason: 'it does not know the audience or resource, or this client may not have it',
      next: 'Correct "audience" of the profile to exactly what the server documents',
    },
  ],
  // RFC 9449 sections 5 and 8
  [
    'use_dpop_nonce',
    {
      reason: 'it issues only tokens bound to a key (DPoP), which Tokentray does not support',
      next: 'Ask whoever runs the server for a client that may have plain bearer tokens',
    },
  ],
  [
    'invalid_dpop_proof',
    {
      reason: 'it demands a proof of a key (DPoP), which Tokentray does not support',
      next: 'Ask whoever runs the server for a client that may have plain bearer tokens',
    },
  ],
  // RFC 8628 section 3.5
  [
    'authorization_pending',
    { reason: 'the sign-in on the other device is not finished', next: 'Finish the sign-in there; it is asked again' },
  ],
  ['slow_down', { reason: 'it was asked too often', next: 'Wait a while; the next request comes later by itself' }],
  [
    'expired_token',
    { reason: 'the sign-in code ran out before it was used', next: 'Start the sign-in again and finish it sooner' },
  ],
  // OpenID Connect Core section 3.1.2.6
  ['interaction_required', { reason: 'it wants a person to answer something', next: signInAgain }],
  ['login_required', { reason: 'it wants a person to sign in', next: signInAgain }],
  ['consent_required', { reason: 'it wants a person to consent', next: signInAgain }],
  ['account_selection_required', { reason: 'it wants a person to choose an account', next: signInAgain }],
  ['request_not_supported', { reason: 'it takes no signed requests for a sign-in', next: withoutParams }],
  ['request_uri_not_supported', { reason: 'it takes no reference to a request for a sign-in', next: withoutParams }],
  // OpenID Connect Core Unmet Authentication Requirements section 2, RFC 9470 section 3
  [
    'unmet_authentication_requirements',
    { reason: 'it could not sign the person in as strongly as asked', next: signInAgain },
  ],
  ['insufficient_user_authentication', { reason: 'it wants a stronger or newer sign-in', next: signInAgain }],
  // RFC 7009 section 2.2.1
  [
    'unsupported_token_type',
    {
      reason: 'it does not take back tokens of this kind',
      next: 'Nothing needs to be done: the token ends by itself, and it is forgotten here',
    },
  ],
]);

function redirectUnknown(reason: string): Refusal {
  const next =
    'Have "redirectUri" of the profile registered for this client, exactly as it stands there, and sign in again';
  return { reason, next };
}

/** By status, where the answer holds no OAuth error. */
export const statusReasons: ReadonlyMap<number, Refusal> = new Map([
  [
    400,
    {
      reason: 'it finds the token request wrong without saying why',
      next: 'Check "endpoints.token" and "request" of the profile against what the server documents',
    },
  ],
  [
    401,
    {
      reason: 'it does not accept the client id or the secret',
      next: 'Check the client id and "request.clientAuth" of the profile, and enter the secret again',
    },
  ],
  [
    403,
    {
      reason: 'it forbids the request',
      next: 'Check whether this client, or the network you are in, is allowed to ask for tokens',
    },
  ],
  [
    404,
    {
      reason: 'there is no token endpoint at this address',
      next: 'Check the tenant and "endpoints.token" of the profile',
    },
  ],
  [
    405,
    {
      reason: 'this address does not take token requests',
      next: 'Check "endpoints.token" of the profile: it may be the address of something else',
    },
  ],
  [
    410,
    {
      reason: 'this address is no longer in use',
      next: "Look up the present token endpoint in the server's documents",
    },
  ],
  [
    415,
    {
      reason: 'it does not take token requests of this form',
      next: 'Set "request.body" of the profile to what the server documents: form, json, multipart or query',
    },
  ],
]);
