/** What the claims that Auth0 and Amazon Cognito add to tokens mean: NetFoundry uses the one or the other. */
import type { ClaimNotes } from './claim-notes.ts';

export const auth0Claims: ClaimNotes = new Map([
  ['sub', { label: 'Subject', meaning: subject }],
  ['azp', { label: 'Client', meaning: 'The client that asked for the token.' }],
  ['gty', { label: 'Grant', meaning: grant }],
  ['permissions', { label: 'Permissions', meaning: 'What the API allows the client or the person to do.' }],
  ['org_id', { label: 'Organization id', meaning: 'The organization that the person signed in to.' }],
  ['org_name', { label: 'Organization', meaning: 'The organization that the person signed in to.' }],
  ['token_use', { label: 'Kind of token', meaning: 'In tokens of Amazon Cognito: access or id.' }],
]);

/** The claims of NetFoundry's tokens, whose clients are API accounts. */
export const netfoundryClaims: ClaimNotes = new Map([
  ...auth0Claims,
  ['aud', { label: 'Audience', meaning: 'The gateway that takes the token; any other refuses it.' }],
  ['azp', { label: 'Client', meaning: 'The API account that asked for the token, by its client id.' }],
  ['client_id', { label: 'Client', meaning: 'The API account that asked for the token.' }],
]);

function subject(value: unknown): string {
  if (typeof value === 'string' && value.endsWith('@clients')) return 'A client, as @clients says: nobody signed in.';
  return 'Whom the token is about: a person, or the client where nobody signed in.';
}

function grant(value: unknown): string {
  if (value === 'client-credentials') return 'The client asked with its own id and secret.';
  return 'How the token was asked for, in words of Auth0.';
}
