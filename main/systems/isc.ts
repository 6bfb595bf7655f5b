/** SailPoint Identity Security Cloud: personal access tokens and API clients. */
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { clientFields, commonFields, furtherFields, secretField } from './common-fields.ts';
import { fieldsThatDoNotApply, missing } from './field-checks.ts';
import { explainIsc } from './isc-errors.ts';
import { iscIdentity, iscIdentityNote } from './isc-identity.ts';
import { readIscTenant } from './isc-tenant.ts';
import type { Endpoints, FieldDescription, System } from './system.ts';

const label = 'SailPoint ISC';
const bodies = ['form', 'multipart', 'query'] as const;

export const isc: System = {
  id: 'isc',
  label,
  summary: 'Identity Security Cloud, with a personal access token or an API client.',
  auths: ['client_credentials'],
  sampleCall: '/v3/account-activities?limit=1',
  // The vendor's SDKs and command line read SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET and have no name for a
  // token: this one continues the series.
  tokenVariable: 'SAIL_ACCESS_TOKEN',
  fields,
  check,
  endpoints,
  explain: (code, data, profile) => explainIsc(code, data, profile, apiOrigin(profile)),
  identity: iscIdentity,
  identityNote: iscIdentityNote,
};

function fields(): readonly FieldDescription[] {
  return [
    ...commonFields('acme-prod'),
    {
      path: 'tenant',
      label: 'Tenant',
      help: 'Tenant name, or the full API host of a tenant outside identitynow.com. Not needed with a token endpoint of its own.',
      required: true,
      example: 'acme',
    },
    ...clientFields('b61429f5-203d-494c-94c3-04f54e17bc5c'),
    secretField('The secret that was shown once when the personal access token or API client was made.'),
    {
      path: 'request.body',
      label: 'Form of the token request',
      help: 'How the request carries its parameters. With query the secret ends up in the logs of servers and proxies.',
      required: false,
      example: 'form',
      choices: bodies,
    },
    {
      path: 'endpoints.token',
      label: 'Token endpoint',
      help: 'In place of the one that follows from the tenant.',
      required: false,
      example: 'https://acme.api.identitynow.com/oauth/token',
      kind: 'url',
    },
    {
      path: 'endpoints.api',
      label: 'API',
      help: 'Base URL for copied commands, in place of the one that follows from the tenant.',
      required: false,
      example: 'https://acme.api.identitynow.com',
      kind: 'url',
    },
    ...furtherFields(),
  ];
}

function check(profile: Profile): readonly Issue[] {
  if (profile.auth !== 'client_credentials') return [...tenantIssues(profile), unsupportedAuth(profile)];
  return [
    ...tenantIssues(profile),
    ...(profile.clientId === undefined
      ? [
          missing(
            'clientId',
            'it is shown beside the personal access token or API client',
            'b61429f5-203d-494c-94c3-04f54e17bc5c',
          ),
        ]
      : []),
    ...fieldsThatDoNotApply(profile, ['tenant'], label),
    ...requestIssues(profile),
  ];
}

function unsupportedAuth({ auth }: Profile): Issue {
  const message =
    auth === 'authorization_code'
      ? 'Signing in with a browser is not supported by this version yet; use client_credentials with a personal access token.'
      : `Is not a way to get a token of ${label}: use client_credentials with a personal access token.`;
  return { path: 'auth', message, example: 'client_credentials' };
}

function tenantIssues({ tenant, endpoints: own }: Profile): readonly Issue[] {
  if (tenant === undefined) {
    return own?.token === undefined ? [missing('tenant', 'it names the host of the token endpoint', 'acme')] : [];
  }
  const found = readIscTenant(tenant);
  return 'issue' in found ? [found.issue] : [];
}

function requestIssues({ request }: Profile): readonly Issue[] {
  const issues: Issue[] = [];
  if (request?.body === 'json') {
    issues.push({
      path: 'request.body',
      message: `${label} takes no JSON in token requests: choose ${bodies.join(', ')}, or leave it out.`,
      example: 'form',
    });
  }
  if (request?.clientAuth !== undefined && request.clientAuth !== 'client_secret_post') {
    issues.push({
      path: 'request.clientAuth',
      message: `${label} documents client_secret_post only for client_credentials: choose that, or leave it out.`,
      example: 'client_secret_post',
    });
  }
  return issues;
}

function endpoints(profile: Profile): Endpoints {
  const base = apiOrigin(profile) ?? '';
  return {
    token: profile.endpoints?.token ?? `${base}/oauth/token`,
    api: (profile.endpoints?.api ?? base).replace(/\/+$/, ''),
  };
}

/** From the tenant, else from the token endpoint; undefined only for a profile that `check` refuses. */
function apiOrigin({ tenant, endpoints: own }: Profile): string | undefined {
  const found = tenant === undefined ? undefined : readIscTenant(tenant);
  if (found !== undefined && 'api' in found) return found.api;
  return own?.token === undefined ? undefined : new URL(own.token).origin;
}
