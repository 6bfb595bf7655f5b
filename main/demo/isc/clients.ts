/** The OAuth clients that a demo tenant knows. */
import { createHash, timingSafeEqual } from 'node:crypto';

type DemoGrantType = 'CLIENT_CREDENTIALS' | 'AUTHORIZATION_CODE' | 'REFRESH_TOKEN';

interface DemoUser {
  readonly userId: string;
  readonly identityId: string;
  readonly userName: string;
  /** Such as `ORG_ADMIN`. */
  readonly authorities: readonly string[];
}

export interface DemoClient {
  readonly clientId: string;
  /** Made at random by whoever starts the tenant; never a constant. */
  readonly clientSecret: string;
  /** Default `['CLIENT_CREDENTIALS']`, which personal access tokens have implicitly. */
  readonly grantTypes?: readonly DemoGrantType[];
  /** Default true. */
  readonly enabled?: boolean;
  /** Whose personal access token this is; without one it is an API client, whose tokens most of the API refuses. */
  readonly user?: DemoUser;
  /** Default: the tenant's. */
  readonly tokenLifetimeSeconds?: number;
}

/** Takes the same time for every wrong secret. */
export function isSecretOf(client: DemoClient, secret: string): boolean {
  return timingSafeEqual(digest(client.clientSecret), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
