/** What must hold before a browser is opened for a sign-in: endpoint, redirect URI, and a port to listen on. */
import { TokentrayError } from '../errors.ts';
import { defaultRedirectUri, readRedirectUri } from '../profiles/redirect-uri.ts';
import type { RedirectUri } from '../profiles/redirect-uri.ts';
import { knownEndpoint, promisesIss } from './sign-in-client.ts';
import type { SignInClient, SignInParts } from './sign-in-client.ts';
import type { PortUse, SignInPorts } from './sign-in-ports.ts';

export interface CodeSignInParts extends SignInParts {
  readonly ports: SignInPorts;
}

/** All that can go wrong before the browser opens has gone well. */
export interface CodeSignInPlan {
  readonly endpoint: string;
  readonly promisesIss: boolean;
  readonly redirectUri: string;
  readonly comesBack: WayBack;
}

/** How the browser comes back. */
type WayBack =
  | { readonly kind: 'pasted' }
  /** The port is ours; to be given back when the attempt has no more use for it. */
  | { readonly kind: 'listening'; readonly use: PortUse }
  /** Another Tokentray process listens there. */
  | { readonly kind: 'in-turn'; readonly port: number };

/** Rejects with `config.*` and `auth.sign_in_port_taken`. */
export async function planCodeSignIn({ http, ports }: CodeSignInParts, client: SignInClient): Promise<CodeSignInPlan> {
  const { name, redirectUri = defaultRedirectUri } = client.profile;
  const endpoint = knownEndpoint(client, 'authorize');
  const redirect = readRedirectUri(redirectUri);
  if ('issue' in redirect) {
    throw new TokentrayError('config.profile_invalid', { data: { profile: name, issues: [redirect.issue] } });
  }
  const promised = await promisesIss(http, client);
  return { endpoint, redirectUri, promisesIss: promised, comesBack: await wayBack(ports, redirect) };
}

async function wayBack(ports: SignInPorts, redirect: RedirectUri): Promise<WayBack> {
  if (redirect.kind === 'paste') return { kind: 'pasted' };
  const { port } = redirect;
  if (port === undefined) return { kind: 'listening', use: await ports.takeFree() };
  const use = await ports.take(port);
  return use === undefined ? { kind: 'in-turn', port } : { kind: 'listening', use };
}
