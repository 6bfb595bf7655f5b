/** What the words of the profile file are called in the form. */
import type { AuthKind, FieldDescription } from './form-types.ts';

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

export const authWords = {
  client_credentials: {
    title: 'Client id and secret',
    text: 'Renews by itself; nobody has to sign in (client credentials).',
  },
  authorization_code: { title: 'Sign in with the browser', text: 'The token is yours (authorization code).' },
  device_code: { title: 'Sign in on another device', text: 'With a short code (device code).' },
  jwt_bearer: { title: 'Service account', text: 'Signs its requests with a private key (JWT bearer).' },
  api_key: { title: 'API key', text: 'Made by hand on the server; Tokentray keeps and copies it.' },
  linked: { title: 'Token of another profile', text: 'Both use the same token.' },
} as const satisfies Record<AuthKind, AuthWords>;
