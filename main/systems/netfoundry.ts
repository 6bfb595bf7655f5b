/** NetFoundry: API accounts, at Auth0 with a JSON body, or at the newer identity provider with HTTP Basic and a form. */
import type { Issue } from '../errors.ts';
import { bodyShapes } from '../profiles/profile.ts';
import type { AuthKind, Profile } from '../profiles/profile.ts';
import { netfoundryClaims } from './auth0-claims.ts';
import { commonFields, furtherFields } from './common-fields.ts';
import { clientAuthIssues, fieldsThatDoNotApply, missing, needed, unknownAuth } from './field-checks.ts';
import { explainNetFoundry } from './netfoundry-errors.ts';
import { bodyField, clientAuthField, clientIdField, endpointField, scopeField, secretField } from './request-fields.ts';
import type { Endpoints, FieldDescription, System } from './system.ts';

const label = 'NetFoundry';
const auths = ['client_credentials'] as const;
const clientAuths = ['client_secret_post', 'client_secret_basic'] as const;
const exampleClientId = '3tcm6to3qqfu78juj9huppk9g3';

const defaultToken = 'https://netfoundry-production.auth0.com/oauth/token';
const defaultAudience = 'https://gateway.production.netfoundry.io/';
const defaultApi = `${defaultAudience}rest/v1`;

/** The vendor's own example of a request with a token. */
const sampleCall = '/networks';

export const netfoundry: System = {
  id: 'netfoundry',
  label,
  summary: 'NetFoundry, with an API account: the client id and secret, or its credentials.json.',
  auths,
  sampleCall,
  tokenVariable: 'NETFOUNDRY_API_TOKEN',
  requestShape: { body: 'json' },
  fields,
  check,
  endpoints,
  audience,
  links: () => [{ id: 'credentials', label: 'NetFoundry console', url: 'https://nfconsole.io/login' }],
  probe: () => ({ path: sampleCall }),
  explain: explainNetFoundry,
  claims: netfoundryClaims,
};

function fields(auth: AuthKind): readonly FieldDescription[] {
  const newer = 'For API accounts of newer tenants';
  return [
    ...commonFields('acme-netfoundry'),
    {
      ...clientIdField(
        exampleClientId,
        'Of an API account: clientId in the credentials.json that is downloaded under Organization > Manage API Account. Paste the whole file to fill in everything.',
      ),
      pages: [{ link: 'credentials', label: 'Open the NetFoundry console' }],
    },
    secretField('Of the same API account: password in its credentials.json.'),
    {
      path: 'audience',
      label: 'Audience',
      help: 'The API that the token is for. Left out, it is the production gateway, and with a token endpoint outside Auth0 none.',
      required: false,
      example: defaultAudience,
    },
    scopeField(
      `${defaultAudience}/ignore-scope`,
      `${newer}: their identity provider wants one, and ignores which. None is sent without it.`,
    ),
    clientAuthField(clientAuths, `${newer}: client_secret_basic.`),
    bodyField('form', bodyShapes, `How the request carries its parameters; without it json. ${newer}: form.`),
    endpointField(
      'token',
      `${newer}: authenticationUrl in their credentials.json.`,
      'https://netfoundry-production-xfjiye.auth.us-east-1.amazoncognito.com/oauth2/token',
    ),
    endpointField('api', `Base URL of the API. ${newer} it ends in /core/v2.`, `${defaultAudience}core/v2`),
    ...furtherFields(auth),
  ];
}

function check(profile: Profile): readonly Issue[] {
  const { auth, clientId } = profile;
  if (auth !== 'client_credentials') return unknownAuth(label, auths);
  return [
    ...needed(
      clientId,
      missing('clientId', 'it is shown beside the API account, and in its credentials.json', exampleClientId),
    ),
    ...fieldsThatDoNotApply(profile, fields(auth), label),
    ...clientAuthIssues(profile, label, clientAuths),
  ];
}

function endpoints({ endpoints: own }: Profile): Endpoints {
  return { token: own?.token ?? defaultToken, api: (own?.api ?? defaultApi).replace(/\/+$/, '') };
}

/** Auth0 refuses requests without one; what another identity provider makes of it nobody knows. */
function audience({ endpoints: own }: Profile): string | undefined {
  const isAuth0 = own?.token === undefined || new URL(own.token).hostname.endsWith('.auth0.com');
  return isAuth0 ? defaultAudience : undefined;
}
