/** The OAuth clients and the people that a demo tenant of ISC knows. */
import { isSameText } from '../oauth/same-text.ts';

export type DemoGrantType = 'CLIENT_CREDENTIALS' | 'AUTHORIZATION_CODE' | 'REFRESH_TOKEN';

export interface DemoUser {
  readonly userId: string;
  readonly identityId: string;
  readonly userName: string;
  /** Such as `ORG_ADMIN`. */
  readonly authorities: readonly string[];
}

export interface DemoClient {
  readonly clientId: string;
  /** Made at random by whoever starts the tenant; never a constant. Absent: a public client. */
  readonly clientSecret?: string;
  readonly name?: string;
  /** Default `['CLIENT_CREDENTIALS']`, which personal access tokens have implicitly. */
  readonly grantTypes?: readonly DemoGrantType[];
  /** Compared character by character; default none. */
  readonly redirectUris?: readonly string[];
  /** Default true. */
  readonly enabled?: boolean;
  /** Whose personal access token this is; without one it is an API client, whose own tokens most of the API refuses. */
  readonly user?: DemoUser;
  /** Default: the tenant's. */
  readonly tokenLifetimeSeconds?: number;
  /** Default 24 hours. */
  readonly refreshTokenLifetimeSeconds?: number;
  /** Gives the same token again while it lives, with what is left of its `expires_in`. */
  readonly repeatsToken?: boolean;
  /** Of a personal access token: its last day, such as `2027-05-01T00:00:00.000Z`. Absent: it has none. */
  readonly expirationDate?: string;
}

export function mayUse(client: DemoClient, grantType: DemoGrantType): boolean {
  return (client.grantTypes ?? ['CLIENT_CREDENTIALS']).includes(grantType);
}

/** A public client has no secret to show. */
export function isAuthenticated(client: DemoClient, secret: string | undefined): boolean {
  const { clientSecret } = client;
  if (clientSecret === undefined || secret === undefined) return clientSecret === secret;
  return isSameText(clientSecret, secret);
}

export function isAdministrator(user: DemoUser): boolean {
  return user.authorities.includes('ORG_ADMIN');
}
