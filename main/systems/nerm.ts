/** SailPoint Non-Employee Risk Management: its own API keys, or the token of an ISC personal access token. */
import type { Issue } from '../errors.ts';
import type { AuthKind, Profile } from '../profiles/profile.ts';
import { commonFields, furtherFields } from './common-fields.ts';
import { fieldsThatDoNotApply, missing, unknownAuth, usesIssues } from './field-checks.ts';
import { iscClaims, iscRights } from './isc-claims.ts';
import { iscIdentity } from './isc-identity.ts';
import { explainNerm } from './nerm-errors.ts';
import { nermLinkWarning } from './nerm-link.ts';
import { readNermTenant } from './nerm-tenant.ts';
import { apiKeyField, endpointField, usesField } from './request-fields.ts';
import type { Endpoints, FieldDescription, System, SystemLink } from './system.ts';

const label = 'SailPoint NERM';
const auths = ['linked', 'api_key'] as const;
const exampleUses = 'acme-prod';

/** The vendor's own example of a request. */
const sampleCall = '/non-employee-sources';

const setupPage = 'https://documentation.sailpoint.com/ne-admin/help/setup/api.html';

export const nerm: System = {
  id: 'nerm',
  label,
  summary: 'Non-Employee Risk Management, with the token of an ISC profile (recommended) or a NERM API key.',
  auths,
  sampleCall,
  tokenVariable: 'NERM_TOKEN',
  fields,
  check,
  endpoints,
  links,
  probe: () => ({ path: sampleCall }),
  explain: explainNerm,
  linkWarning: nermLinkWarning,
  identity: iscIdentity,
  claims: iscClaims,
  rights: iscRights,
};

function fields(auth: AuthKind): readonly FieldDescription[] {
  return [
    ...commonFields('acme-nerm'),
    {
      path: 'tenant',
      label: 'Company',
      help: 'As in the address that you open NERM with: acme for https://acme.nonemployee.com. Not needed with an API address of its own.',
      required: true,
      example: 'acme',
    },
    auth === 'linked'
      ? usesField(
          'A profile of SailPoint ISC with a personal access token, whose user is an administrator of NERM: it takes the same token for as long as that lives.',
          exampleUses,
        )
      : {
          ...apiKeyField(
            'Made by an administrator of NERM under Admin > System > Api; it is sent as a bearer token. Tenants made after June 2025 take personal access tokens of ISC alone.',
          ),
          pages: [
            { link: 'credentials', label: 'Open NERM' },
            { link: 'documentation', label: 'How to make one' },
          ],
        },
    endpointField(
      'api',
      'Base URL of the API, in place of the one that follows from the company.',
      'https://acme.nonemployee.com/api/v1',
    ),
    ...furtherFields(auth, 'NERM names no end of its keys: give the day by which your rules want a new one.'),
  ];
}

function check(profile: Profile): readonly Issue[] {
  const { auth } = profile;
  if (auth !== 'linked' && auth !== 'api_key') {
    const hint = ' Add a profile of system isc for the personal access token, and name it in "uses" of this one.';
    return [...tenantIssues(profile), ...unknownAuth(label, auths, hint)];
  }
  return [
    ...tenantIssues(profile),
    ...(auth === 'linked' ? usesIssues(profile, exampleUses) : []),
    ...fieldsThatDoNotApply(profile, fields(auth), label),
  ];
}

function tenantIssues({ tenant, endpoints: own }: Profile): readonly Issue[] {
  if (tenant === undefined) {
    return own?.api === undefined ? [missing('tenant', 'it names the host of the API', 'acme')] : [];
  }
  const found = readNermTenant(tenant);
  return 'issue' in found ? [found.issue] : [];
}

/** No token is requested: NERM takes what it is given. */
function endpoints({ tenant, endpoints: own }: Profile): Endpoints {
  const found = tenant === undefined ? undefined : readNermTenant(tenant);
  const api = own?.api ?? (found !== undefined && 'api' in found ? found.api : undefined);
  return api === undefined ? {} : { api: api.replace(/\/+$/, '') };
}

function links({ auth, tenant }: Profile): readonly SystemLink[] {
  const found = tenant === undefined ? undefined : readNermTenant(tenant);
  return [
    ...(found !== undefined && 'api' in found
      ? [{ id: 'credentials', label: 'NERM', url: `${new URL(found.api).origin}/` } as const]
      : []),
    ...(auth === 'api_key' ? [{ id: 'documentation', label: 'How to make an API key', url: setupPage } as const] : []),
  ];
}
