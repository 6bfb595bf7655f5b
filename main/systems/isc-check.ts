/** What is wrong with a SailPoint ISC profile whose shape is right. */
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { readRedirectUri } from '../profiles/redirect-uri.ts';
import { bodyIssues, clientAuthIssues, fieldsThatDoNotApply, missing, needed, unknownAuth } from './field-checks.ts';
import { exampleClientId, exampleRedirectUri, iscBodies, iscFields } from './isc-fields.ts';
import { readIscTenant } from './isc-tenant.ts';

export const iscLabel = 'SailPoint ISC';
export const iscAuths = ['client_credentials', 'authorization_code'] as const;

export function checkIsc(profile: Profile): readonly Issue[] {
  const { auth } = profile;
  if (auth !== 'client_credentials' && auth !== 'authorization_code') {
    return [...tenantIssues(profile), ...unknownAuth(iscLabel, iscAuths, hints[auth])];
  }
  return [
    ...tenantIssues(profile),
    ...needed(
      profile.clientId,
      missing('clientId', 'it is shown beside the personal access token or API client', exampleClientId),
    ),
    ...(auth === 'authorization_code' ? redirectIssues(profile) : []),
    // Discovery tells it of every tenant.
    ...fieldsThatDoNotApply(profile, iscFields(auth), iscLabel, [
      'endpoints.authorize',
      'endpoints.revoke',
      'request.clientAuth',
    ]),
    ...bodyIssues(profile, iscLabel, iscBodies),
    ...clientAuthIssues(
      profile,
      iscLabel,
      auth === 'authorization_code' ? ['client_secret_post', 'none'] : ['client_secret_post'],
    ),
  ];
}

const hints: Readonly<Partial<Record<Profile['auth'], string>>> = {
  api_key: ' What ISC calls an API key is an API client: use client_credentials.',
};

function tenantIssues({ tenant, endpoints: own }: Profile): readonly Issue[] {
  if (tenant === undefined) {
    return own?.token === undefined ? [missing('tenant', 'it names the host of the token endpoint', 'acme')] : [];
  }
  const found = readIscTenant(tenant);
  return 'issue' in found ? [found.issue] : [];
}

function redirectIssues({ redirectUri }: Profile): readonly Issue[] {
  if (redirectUri === undefined) {
    const why = 'ISC sends the browser only to an address that stands, exactly so, in the list of the API client';
    return [missing('redirectUri', why, exampleRedirectUri)];
  }
  const read = readRedirectUri(redirectUri);
  if ('issue' in read) return [read.issue];
  if (read.kind === 'paste' || read.port !== undefined) return [];
  const message =
    'Must hold the port, as in the list of the API client: ISC compares the whole address and accepts no other port.';
  return [{ path: 'redirectUri', message, example: exampleRedirectUri }];
}
