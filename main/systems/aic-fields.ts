/** The fields of a PingOne AIC profile, for each way to its APIs. */
import type { AuthKind } from '../profiles/profile.ts';
import { aicRealms } from './aic-endpoints.ts';
import { exampleScope } from './aic-scopes.ts';
import { commonFields, furtherFields } from './common-fields.ts';
import { apiKeyField, endpointField, keyField, scopeField } from './request-fields.ts';
import type { FieldDescription } from './system.ts';

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
    ...furtherFields(auth),
  ];
}

const accountFields: readonly FieldDescription[] = [
  {
    path: 'serviceAccountId',
    label: 'Service account id',
    help: 'Shown when the service account was made: Tenant settings > Global settings > Service accounts. It is the issuer and subject of each assertion; the client id is always service-account.',
    required: true,
    example: exampleAccount,
  },
  keyField(
    'The private key that was downloaded when the service account was made, a JWK file such as key.jwk. It is sealed and never shown again.',
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
  apiKeyField('For the log API: Tenant settings > Global settings > Log API keys. It is sent as x-api-key.'),
  {
    path: 'secrets.apiSecret',
    label: 'API secret',
    help: 'Shown once, beside the API key. It is sent as x-api-secret.',
    required: true,
    secret: 'apiSecret',
  },
];
