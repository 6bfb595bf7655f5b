/** The claims that every issuer means alike: RFC 7519 section 4.1, RFC 9068 section 2.2, RFC 7800, RFC 8693 and OpenID Connect Core. */
import type { ClaimNotes } from './claim-notes.ts';

export const registeredClaims: ClaimNotes = new Map([
  [
    'exp',
    { label: 'Expires', meaning: 'From then on no API takes the token.', reading: 'instant', isOfOneToken: true },
  ],
  ['iat', { label: 'Issued', meaning: 'When the token was made.', reading: 'instant', isOfOneToken: true }],
  ['nbf', { label: 'Not valid before', meaning: 'No API takes it earlier.', reading: 'instant', isOfOneToken: true }],
  [
    'auth_time',
    { label: 'Signed in', meaning: 'When the person signed in at the server.', reading: 'instant', isOfOneToken: true },
  ],
  ['updated_at', { label: 'Profile changed', meaning: 'When the data about the person changed.', reading: 'instant' }],
  ['preferred_username', { label: 'User name', meaning: 'What the person wants to be called; it may change.' }],
  ['name', { label: 'Name' }],
  ['given_name', { label: 'Given name' }],
  ['family_name', { label: 'Family name' }],
  ['email', { label: 'Email' }],
  ['email_verified', { label: 'Email verified', meaning: 'Whether the server has made sure that it is theirs.' }],
  ['sub', { label: 'Subject', meaning: 'Whom the token is about: a person, or the client where nobody signed in.' }],
  ['iss', { label: 'Issuer', meaning: 'The server that made the token; an API trusts the issuers that it knows.' }],
  ['aud', { label: 'Audience', meaning: 'Who is to take the token; an API that is not named here refuses it.' }],
  ['scope', { label: 'Scopes', meaning: 'What the client may do with the token.' }],
  ['scp', { label: 'Scopes', meaning: 'What the client may do with the token.' }],
  ['roles', { label: 'Roles', meaning: 'The roles of whom the token is about.' }],
  ['groups', { label: 'Groups', meaning: 'The groups that whom the token is about belongs to.' }],
  ['entitlements', { label: 'Entitlements', meaning: 'What whom the token is about is entitled to.' }],
  ['client_id', { label: 'Client', meaning: 'The client that asked for the token.' }],
  ['azp', { label: 'Authorized party', meaning: 'The client that the token was issued to.' }],
  ['act', { label: 'Actor', meaning: 'Who acts in the place of the subject.' }],
  ['may_act', { label: 'May act', meaning: 'Who is allowed to act in the place of the subject.' }],
  ['cnf', { label: 'Bound to a key', meaning: 'The token works together with this key only.' }],
  ['acr', { label: 'Authentication class', meaning: 'By which rules the person was authenticated.' }],
  ['amr', { label: 'Authentication methods', meaning: 'How the person was authenticated, such as pwd or otp.' }],
  ['sid', { label: 'Session id', meaning: 'The session at the server that it belongs to.', isOfOneToken: true }],
  ['nonce', { label: 'Nonce', meaning: 'Ties it to one sign-in.', isOfOneToken: true }],
  ['at_hash', { label: 'Access token hash', meaning: 'Ties it to the access token beside it.', isOfOneToken: true }],
  [
    'jti',
    { label: 'Token id', meaning: 'Tells this token from every other, in logs for example.', isOfOneToken: true },
  ],
]);
