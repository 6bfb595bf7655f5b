/** What the words of the profile file are called in the form. */
import type { AuthKind, FieldDescription, SystemId } from './form-types.ts';

const labels: ReadonlyMap<string, string> = new Map([
  ['environment=production', 'Production'],
  ['environment=sandbox', 'Sandbox'],
  ['environment=development', 'Development'],
  ['request.body=form', 'Form (URL-encoded)'],
  ['request.body=json', 'JSON'],
  ['request.body=multipart', 'Multipart form'],
  ['request.body=query', 'In the URL (query)'],
  ['request.clientAuth=client_secret_post', 'Secret in the body'],
  ['request.clientAuth=client_secret_basic', 'Secret in the Authorization header'],
  ['request.clientAuth=private_key_jwt', 'Signed with a private key'],
  ['request.clientAuth=none', 'No secret'],
  ['refresh.mode=keep-fresh', 'Keep it fresh all the time'],
  ['refresh.mode=on-use', 'Renew it when I use it'],
  ['refresh.mode=manual', 'Only when I say so'],
]);

export interface WordedChoice {
  readonly value: string;
  readonly label: string;
}

/** The first choice, of the empty value, leaves the field out. A word without another name is its own. */
export function wordedChoices({ path, choices = [] }: FieldDescription): readonly WordedChoice[] {
  return [
    { value: '', label: path === 'environment' ? 'Not said' : 'Default' },
    ...choices.map((value) => ({ value, label: labels.get(`${path}=${value}`) ?? value })),
  ];
}

export interface AuthWords {
  readonly title: string;
  readonly text: string;
}

const generalAuths = {
  client_credentials: {
    title: 'Client id and secret',
    text: 'Renews by itself; nobody has to sign in (client credentials).',
  },
  authorization_code: {
    title: 'Sign in with the browser',
    text: 'The token is yours, and renews until your session ends (authorization code).',
  },
  device_code: {
    title: 'Sign in with a code',
    text: 'You type a short code on this computer or another device (device code).',
  },
  jwt_bearer: {
    title: 'Service account with a key',
    text: 'Renews by itself: a private key signs each request (JWT bearer).',
  },
  api_key: { title: 'API key', text: 'Made by hand on the server; Tokentray keeps and copies it.' },
  linked: { title: 'Token of another profile', text: 'Both hand out the same token, and it renews with that one.' },
} as const satisfies Record<AuthKind, AuthWords>;

/** Where a system has words of its own. */
const ownAuths: ReadonlyMap<string, AuthWords> = new Map([
  [
    'isc/client_credentials',
    {
      title: 'Personal access token or API client',
      text: 'A client id and secret that renew by themselves (client credentials).',
    },
  ],
  [
    'nerm/linked',
    {
      title: 'Token of an ISC profile',
      text: 'NERM takes the token of an ISC personal access token: both renew as one.',
    },
  ],
  ['nerm/api_key', { title: 'NERM API key', text: 'The older way: a key made by hand, of which no end is known.' }],
  [
    'aic/api_key',
    { title: 'Log API key', text: 'A key and a secret, each in a header, for the monitoring API alone.' },
  ],
]);

/** A title and one sentence each. */
export function authWords(system: SystemId, auth: AuthKind): AuthWords {
  return ownAuths.get(`${system}/${auth}`) ?? generalAuths[auth];
}
