/** The fields of a SailPoint ISC profile, for each way to a token. */
import type { AuthKind } from '../profiles/profile.ts';
import { commonFields, furtherFields } from './common-fields.ts';
import {
  bodyField,
  clientIdField,
  endpointField,
  redirectField,
  refreshTokenField,
  scopeField,
  secretField,
} from './request-fields.ts';
import type { FieldDescription, FieldPage } from './system.ts';

/** Client ids of the vendor's examples. */
export const exampleClientId = 'b61429f5-203d-494c-94c3-04f54e17bc5c';

/** From the vendor's example of an API client. */
export const exampleRedirectUri = 'http://localhost:8080/myApp/code';

export const iscBodies = ['form', 'multipart', 'query'] as const;

export function iscFields(auth: AuthKind): readonly FieldDescription[] {
  const signsIn = auth === 'authorization_code';
  return [
    ...commonFields('acme-prod'),
    {
      path: 'tenant',
      label: 'Tenant',
      help: 'The name in https://acme.identitynow.com, or Org Name under Dashboard > Overview; of a tenant outside identitynow.com the full API host. Not needed with a token endpoint of its own.',
      required: true,
      example: 'acme',
      // For a vanity address, of which neither can be guessed.
      pages: [{ link: 'session', label: 'Open its session details' }],
    },
    ...(signsIn ? signInFields : clientFields),
    scopeField(
      'sp:scopes:all',
      'Scopes with a blank between them; without it the token may do all that the client may. The one for everything is spelled sp:scopes:all.',
    ),
    bodyField('form', iscBodies, 'How the request carries its parameters.'),
    ...endpointFields(signsIn),
    ...furtherFields(auth, signsIn ? undefined : tokenEnd),
  ];
}

const clientsPage = { link: 'clients', label: 'Open API Management' } as const satisfies FieldPage;

const clientFields: readonly FieldDescription[] = [
  {
    ...clientIdField(
      exampleClientId,
      'Client ID of a personal access token (Preferences > Personal Access Tokens > New Token, at most ten for each user) or of an API client (Admin > Global > Security Settings > API Management).',
    ),
    pages: [{ link: 'credentials', label: 'Open Personal Access Tokens' }, clientsPage],
  },
  secretField(
    'Called Secret beside the Client ID, and shown only once, when the token or client is made: if it is gone, make a new one.',
  ),
];

const tokenEnd =
  'A personal access token ends on the day that stands beside it, six months after it was made where nobody chose another; an API client has no end.';

const signInFields: readonly FieldDescription[] = [
  {
    ...clientIdField(
      exampleClientId,
      'Of an API client (Admin > Global > Security Settings > API Management) with the grant type Authorization Code, and Refresh Token to stay signed in.',
    ),
    pages: [clientsPage],
  },
  redirectField(
    'One of the Redirect URLs of the API client, exactly as it stands there: ISC compares character by character. With an https one you paste the address that the browser shows after the sign-in.',
    true,
    exampleRedirectUri,
  ),
  secretField('Only if the API client has one.', false),
  refreshTokenField,
];

function endpointFields(signsIn: boolean): readonly FieldDescription[] {
  const derived = 'in place of the one that follows from the tenant.';
  return [
    ...(signsIn
      ? [
          endpointField(
            'authorize',
            `Where the browser signs in, ${derived} It is on another host than the token endpoint.`,
            'https://acme.login.sailpoint.com/oauth/authorize',
          ),
        ]
      : []),
    endpointField('token', `Where token requests go, ${derived}`, 'https://acme.api.identitynow.com/oauth/token'),
    endpointField('api', `Base URL for copied commands, ${derived}`, 'https://acme.api.identitynow.com'),
    ...(signsIn
      ? [
          endpointField(
            'revoke',
            'Where tokens are given back when you sign out or remove the profile (RFC 7009); ISC documents none.',
            'https://acme.api.identitynow.com/oauth/revoke',
          ),
        ]
      : []),
    endpointField('ui', `Base URL for links to pages of ISC, ${derived}`, 'https://acme.identitynow.com'),
    endpointField(
      'info',
      `Where the tenant tells its OAuth details, ${derived}`,
      'https://acme.api.identitynow.com/oauth/info',
    ),
  ];
}
