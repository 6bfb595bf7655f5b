/** PingOne Advanced Identity Cloud: service accounts with a private key, and keys of the log API. */
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { aicClaims, aicRights } from './aic-claims.ts';
import { aicAudience, aicClientId, aicEndpoints, aicLinks, aicProbe, aicRealms } from './aic-endpoints.ts';
import { explainAic } from './aic-errors.ts';
import { aicFields, exampleAccount, exampleTenant } from './aic-fields.ts';
import { exampleScope, scopeIssues } from './aic-scopes.ts';
import { readAicTenant } from './aic-tenant.ts';
import { bodyIssues, clientAuthIssues, fieldsThatDoNotApply, missing, unknownAuth } from './field-checks.ts';
import type { System } from './system.ts';

const label = 'PingOne AIC';
const auths = ['jwt_bearer', 'api_key'] as const;

export const aic: System = {
  id: 'aic',
  label,
  summary: 'PingOne Advanced Identity Cloud, with a service account; or the key and secret of its log API.',
  auths,
  // The vendor names no variable for a token.
  tokenVariable: 'AIC_ACCESS_TOKEN',
  clientId: aicClientId,
  requestShape: { body: 'form', clientAuth: 'none' },
  fields: aicFields,
  check,
  endpoints: aicEndpoints,
  assertionAudience: aicAudience,
  links: aicLinks,
  probe: aicProbe,
  explain: explainAic,
  claims: aicClaims,
  rights: aicRights,
};

function check(profile: Profile): readonly Issue[] {
  const { auth } = profile;
  if (auth !== 'jwt_bearer' && auth !== 'api_key') {
    return [...tenantIssues(profile), ...unknownAuth(label, auths, ' Service accounts use jwt_bearer.')];
  }
  return [
    ...tenantIssues(profile),
    ...(auth === 'jwt_bearer' ? accountIssues(profile) : []),
    // Right where it stands all the same.
    ...fieldsThatDoNotApply(profile, aicFields(auth), label, auth === 'jwt_bearer' ? alsoAccepted : []),
  ];
}

const alsoAccepted = ['clientId', 'request.body', 'request.clientAuth'] as const;

/** A token endpoint of its own, or for keys an API of its own, stands for the tenant. */
function tenantIssues({ auth, tenant, endpoints: own }: Profile): readonly Issue[] {
  if (tenant === undefined) {
    const isKnown = (auth === 'api_key' ? own?.api : own?.token) !== undefined;
    return isKnown ? [] : [missing('tenant', 'it is the host of all requests', exampleTenant)];
  }
  const found = readAicTenant(tenant);
  return 'issue' in found ? [found.issue] : [];
}

function accountIssues(profile: Profile): readonly Issue[] {
  const { scope } = profile;
  return [
    ...serviceAccountIssues(profile),
    ...(scope === undefined
      ? [missing('scope', 'a service account gives tokens for the scopes that are asked for only', exampleScope)]
      : scopeIssues(scope)),
    ...realmIssues(profile),
    ...bodyIssues(profile, label, ['form']),
    ...clientAuthIssues(profile, label, ['none']),
  ];
}

/** Ids are UUIDs so far; another form is only hinted at, once the server has refused it. */
function serviceAccountIssues({ serviceAccountId, clientId }: Profile): readonly Issue[] {
  const issues: Issue[] = [];
  if (serviceAccountId === undefined) {
    issues.push(missing('serviceAccountId', 'it was shown when the service account was made', exampleAccount));
  } else if (serviceAccountId === aicClientId) {
    const message = 'Is the client id that all service accounts share: give the id of the service account itself.';
    issues.push({ path: 'serviceAccountId', message, example: exampleAccount });
  }
  if (clientId !== undefined && clientId !== aicClientId) {
    const message = `Is always ${aicClientId} and may be left out; the id of the service account goes into "serviceAccountId".`;
    issues.push({ path: 'clientId', message, example: aicClientId });
  }
  return issues;
}

function realmIssues({ realm }: Profile): readonly Issue[] {
  if (realm === undefined || aicRealms.some((known) => known === realm)) return [];
  const suggestion = aicRealms.find((known) => realm.toLowerCase().includes(known));
  const message = `Must be ${aicRealms.join(' or ')}.`;
  return [{ path: 'realm', message, example: aicRealms[0], ...(suggestion === undefined ? {} : { suggestion }) }];
}
