/** The fields of a PingOne AIC profile, for each way to its APIs. */
import type { AuthKind } from '../profiles/profile.ts';
import { aicRealms } from './aic-endpoints.ts';
import { exampleScope } from './aic-scopes.ts';
import { commonFields, furtherFields } from './common-fields.ts';
import { apiKeyField, endpointField, keyField, scopeField } from './request-fields.ts';
import type { FieldDescription, FieldPage } from './system.ts';

export const exampleTenant = 'openam-acme-ew2.id.forgerock.io';

/** From the vendor's example of a service account. */
export const exampleAccount = '449d7e27-7889-47af-a736-83b6bbf97ec5';

export function aicFields(auth: AuthKind): readonly FieldDescription[] {
  return [
    ...commonFields('acme-aic'),
    {
      path: 'tenant',
      label: 'Tenant FQDN',
      help: 'Full host name of the tenant environment, as in the address of its admin console: no realm alias and no custom domain, without https:// and path.',
      required: true,
      example: exampleTenant,
    },
    ...(auth === 'api_key' ? logFields : accountFields),
    endpointField('api', 'Base URL of the APIs, in place of the tenant FQDN.', `https://${exampleTenant}`),
    ...furtherFields(auth, auth === 'api_key' ? undefined : keyEnd),
  ];
}

const consolePage = { link: 'credentials', label: 'Open the admin console' } as const satisfies FieldPage;
const howToPage = { link: 'documentation', label: 'How to make one' } as const satisfies FieldPage;

const keyEnd =
  'The key of a service account has no end of its own: give the day by which your rules want it regenerated.';

const accountFields: readonly FieldDescription[] = [
  {
    path: 'serviceAccountId',
    label: 'Service account id',
    help: 'The ID under Tenant settings > Global Settings > Service Accounts, where a tenant administrator makes one for each environment. The client id is always service-account and not asked for.',
    required: true,
    example: exampleAccount,
    pages: [consolePage, howToPage],
  },
  keyField(
    'The JWK file that is offered for download once, when the service account is made (the vendor calls it key.jwk): if it is gone, regenerate the key there. It is sealed and never shown again.',
  ),
  scopeField(
    exampleScope,
    'With blanks between them; the same as those of the service account, or fewer. fr:am:* is for /am, fr:idm:* for /openidm, fr:idc:esv:* for secrets and variables, other fr:idc: ones for the rest of /environment. Ask for no more than you need.',
    true,
  ),
  {
    path: 'realm',
    label: 'Realm',
    help: 'Whose users copied commands list; without it alpha. It does not change the token.',
    required: false,
    example: 'alpha',
    choices: aicRealms,
  },
  endpointField(
    'token',
    'In place of the one that follows from the tenant. Its port becomes part of the audience of assertions.',
    `https://${exampleTenant}/am/oauth2/access_token`,
  ),
];

const logFields: readonly FieldDescription[] = [
  {
    ...apiKeyField(
      'Called api_key_id under Tenant settings > Global Settings > Log API Keys. It is sent as x-api-key.',
    ),
    pages: [consolePage, howToPage],
  },
  {
    path: 'secrets.apiSecret',
    label: 'API secret',
    help: 'Called api_key_secret there, and shown only once, when the key is made. It is sent as x-api-secret.',
    required: true,
    secret: 'apiSecret',
  },
];
