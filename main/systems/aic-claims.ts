/** What the claims of a token of PingOne AIC mean, and its scopes: from the vendor's pages. */
import type { ClaimNotes } from './claim-notes.ts';

export const aicClaims: ClaimNotes = new Map([
  ['realm', { label: 'Realm', meaning: 'The realm in which the token was made; / is the one at the top.' }],
  ['sub', { label: 'Subject', meaning: subject }],
  ['subname', { label: 'Name of the subject', meaning: 'The subject without its type.' }],
  [
    'scope',
    { label: 'Scopes', meaning: 'Which APIs take the token: what was asked for, and the service account has.' },
  ],
  [
    'iss',
    { label: 'Issuer', meaning: 'The tenant that made the token, as it writes itself: with port and realm path.' },
  ],
  ['client_id', { label: 'Client', meaning: client }],
  ['grant_type', { label: 'Grant', meaning: 'How the token was asked for.' }],
  ['expires_in', { label: 'Lifetime', meaning: 'Counted from when the token was made.', reading: 'seconds' }],
  ['auth_level', { label: 'Authentication level', meaning: 'The level that the authentication reached.' }],
  ['tokenName', { label: 'Kind of token', meaning: 'access_token, where it is one.' }],
  ['token_type', { label: 'Token type' }],
  ['cts', { label: 'Core Token Service', meaning: 'The kind of its entry in the tenant’s Core Token Service.' }],
  ['authGrantId', { label: 'Authorization grant id', isOfOneToken: true }],
  [
    'auditTrackingId',
    {
      label: 'Audit tracking id',
      meaning: 'Stands in trackingIds of the audit logs, beside what was done with the token.',
      isOfOneToken: true,
    },
  ],
]);

/** Newer tenants write `(usr!…)` for a user and `(age!…)` for a client. */
function subject(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  if (text.startsWith('(usr!')) return 'A user or another identity, as usr says.';
  if (text.startsWith('(age!')) return 'A client, as age says: no user is behind the token.';
  return 'Whom the token is about: the service account, where one asked for it.';
}

function client(value: unknown): string {
  if (value === 'service-account') return 'The client that every service account uses.';
  return 'The client that asked for the token.';
}

/** Scopes of service accounts. */
export const aicRights: ReadonlyMap<string, string> = new Map([
  ['fr:am:*', 'Access Management, at /am'],
  ['fr:idm:*', 'Identity Management, at /openidm'],
  ['fr:iga:*', 'Identity Governance'],
  ['fr:autoaccess:*', 'Auto Access'],
  ['fr:idc:analytics:*', 'Analytics'],
  ['fr:idc:certificate:*', 'Certificates'],
  ['fr:idc:certificate:read', 'Certificates, reading only'],
  ['fr:idc:content-security-policy:*', 'Content security policy'],
  ['fr:idc:cookie-domain:*', 'Cookie domains'],
  ['fr:idc:custom-domain:*', 'Custom domains'],
  ['fr:idc:dataset:*', 'Deletion of data sets'],
  ['fr:idc:esv:*', 'Environment secrets and variables (ESVs)'],
  ['fr:idc:esv:read', 'Reading ESVs, without the values of secrets'],
  ['fr:idc:esv:update', 'Creating, changing and deleting ESVs'],
  ['fr:idc:esv:restart', 'Restarting what uses ESVs'],
  ['fr:idc:mtls:*', 'Mutual TLS'],
  ['fr:idc:promotion:*', 'Promotion of configuration'],
  ['fr:idc:proxy-connect:*', 'Proxy Connect'],
  ['fr:idc:proxy-connect:read', 'Proxy Connect, reading only'],
  ['fr:idc:proxy-connect:write', 'Proxy Connect, changing'],
  ['fr:idc:release:*', 'Releases'],
  ['fr:idc:sso-cookie:*', 'The name of the session cookie'],
  ['fr:idc:telemetry:*', 'Log event exporters'],
]);
