/** What the claims of a token of SailPoint ISC mean, its user levels, and its scopes: from the vendor's pages and API specification. */
import type { ClaimNotes } from './claim-notes.ts';

const noUser = 'Empty: there is no user behind this token, so most APIs answer 403.';

/** A claim about the user, which is set for personal access tokens and sign-ins alone. */
const ofUser = (meaning: string) => (value: unknown) => (value === null || value === '' ? noUser : meaning);

/** Of access tokens; refresh tokens have `ati` as well. */
export const iscClaims: ClaimNotes = new Map([
  ['user_name', { label: 'User', meaning: ofUser('The token may do what this user may do.') }],
  ['identity_id', { label: 'Identity id', meaning: ofUser('The identity of that user.') }],
  ['user_id', { label: 'User id', meaning: ofUser('The person who authenticated.') }],
  ['org', { label: 'Organization', meaning: 'The tenant, by the Org Name on its dashboard.' }],
  ['pod', { label: 'Pod', meaning: 'The group of servers that the tenant is on, as /oauth/info names it.' }],
  ['tenant_id', { label: 'Tenant id', meaning: 'The tenantId of /oauth/info.' }],
  ['authorities', { label: 'Authorities', meaning: authorities }],
  ['scope', { label: 'Scopes', meaning: 'They narrow what the user levels allow, and never widen it.' }],
  ['client_id', { label: 'Client', meaning: 'The personal access token or API client that asked for the token.' }],
  ['accessType', { label: 'Access type', meaning: 'As the API client is set up: ONLINE or OFFLINE.' }],
  ['enabled', { label: 'Client enabled', meaning: 'As the API client is set up: whether it may be used.' }],
  [
    'internal',
    {
      label: 'Internal client',
      meaning: 'As the API client is set up: whether it is for requests inside the product.',
    },
  ],
  ['strong_auth', { label: 'Strong authentication' }],
  [
    'strong_auth_supported',
    {
      label: 'Strong authentication supported',
      meaning: 'As the API client is set up: whether it supports strong authentication.',
    },
  ],
  [
    'ati',
    {
      label: 'Access token id',
      meaning: 'Only refresh tokens have it: the access token that came with this one.',
      isOfOneToken: true,
    },
  ],
]);

function authorities(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'None: this token has no user level.';
  return 'User levels and rights of that user: they bound which APIs the token may call.';
}

/** User levels by the names that the product shows, and the scopes that are no names of an API. */
export const iscRights: ReadonlyMap<string, string> = new Map([
  ['ORG_ADMIN', 'Admin'],
  ['HELPDESK', 'Help Desk'],
  ['CERT_ADMIN', 'Certification Admin'],
  ['REPORT_ADMIN', 'Report Admin'],
  ['ROLE_ADMIN', 'Role Admin'],
  ['ROLE_SUBADMIN', 'Role Sub-Admin'],
  ['SOURCE_ADMIN', 'Source Admin'],
  ['SOURCE_SUBADMIN', 'Source Sub-Admin'],
  ['CLOUD_GOV_ADMIN', 'Cloud Governance Admin'],
  ['CLOUD_GOV_USER', 'Cloud Governance User'],
  ['SAAS_MANAGEMENT_ADMIN', 'SaaS Management Admin'],
  ['SAAS_MANAGEMENT_READER', 'SaaS Management Reader'],
  ['sp:scopes:all', 'All scopes: whatever the user may do'],
  ['sp:scopes:default', 'The default scope'],
]);
