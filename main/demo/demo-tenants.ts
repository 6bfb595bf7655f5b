/** The tenants of the demo, one of each system, with secrets that were never used before. */
import { generateKeyPair as generateKeyPairCallback, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { isoInstant, type Clock } from '../clock.ts';
import { startAicTenant, type AicTenant } from './aic/tenant.ts';
import { failAgainAndAgain } from './fail-again-and-again.ts';
import { freePort } from './free-port.ts';
import type { DemoClient } from './isc/clients.ts';
import { startIscTenant, type IscTenant } from './isc/tenant.ts';
import { startNermTenant, type NermTenant } from './nerm/tenant.ts';
import type { NetFoundryClient } from './netfoundry/clients.ts';
import { startNetFoundryTenant, type NetFoundryTenant } from './netfoundry/tenant.ts';
import { grantTypes, type OidcClient } from './oidc/clients.ts';
import { startOidcTenant, type OidcTenant } from './oidc/tenant.ts';

const generateKeyPair = promisify(generateKeyPairCallback);

type Jwk = Readonly<Record<string, unknown>>;
type SecretClient = DemoClient & { readonly clientSecret: string };

export interface DemoTenants {
  readonly isc: IscTenant;
  readonly iscClients: {
    readonly acme: SecretClient;
    readonly flaky: SecretClient;
    readonly signIn: SecretClient & { readonly redirectUri: string };
  };
  readonly nerm: NermTenant;
  readonly aic: AicTenant;
  readonly serviceAccount: { readonly id: string; readonly scopes: readonly string[]; readonly privateKeyJwk: Jwk };
  readonly netfoundry: NetFoundryTenant;
  readonly netfoundryClient: NetFoundryClient;
  readonly oidc: OidcTenant;
  readonly oidcClient: OidcClient;
  close(): Promise<void>;
}

/** Renewed after half of it, so several times within two minutes; longer than the minute that `token` asks for by default. */
const tokenLifetimeSeconds = 75;

const ninetyDaysMs = 90 * 86_400_000;

/** The flaky server fails for longer than its tokens are renewed ahead, so that one expires before it recovers. */
const flaky = { tokenLifetimeSeconds: 45, worksForMs: 35_000, failsForMs: 25_000 };

/** Ends those that were started when one cannot be. */
export async function startDemoTenants(clock: Clock): Promise<DemoTenants> {
  const iscClients = {
    acme: { ...personalAccessToken('demo.admin'), expirationDate: isoInstant(clock.now() + ninetyDaysMs) },
    flaky: flakyClient(),
    signIn: await signInClient(),
  };
  const serviceAccount = await newServiceAccount();
  const netfoundryClient = { clientId: randomBytes(16).toString('base64url'), clientSecret: newSecret() };
  const started: { close(): Promise<void> }[] = [];
  const keep = async <Tenant extends { close(): Promise<void> }>(starting: Promise<Tenant>): Promise<Tenant> => {
    const tenant = await starting;
    started.push(tenant);
    return tenant;
  };
  const close = async () => {
    await Promise.all(started.map((tenant) => tenant.close()));
  };
  try {
    const isc = await keep(startIscTenant({ clock, tokenLifetimeSeconds, clients: Object.values(iscClients) }));
    const rhythm = failAgainAndAgain(clock, isc, iscClients.flaky.clientId, flaky);
    started.push({ close: async () => rhythm.cancel() });
    const { id, scopes, publicJwk } = serviceAccount;
    return {
      isc,
      iscClients,
      nerm: await keep(startNermTenant({ clock, isc })),
      aic: await keep(startAicTenant({ clock, accounts: [{ id, scopes, publicJwk }] })),
      serviceAccount,
      netfoundry: await keep(startNetFoundryTenant({ clock, clients: [netfoundryClient] })),
      netfoundryClient,
      oidc: await keep(startOidcTenant({ clock, clients: [nativeClient] })),
      oidcClient: nativeClient,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export function newSecret(): string {
  return randomBytes(32).toString('hex');
}

/** As ISC makes them: ids may be 32 hex digits, secrets are 64. */
function personalAccessToken(userName: string): SecretClient {
  const user = {
    userId: randomUUID(),
    identityId: randomBytes(16).toString('hex'),
    userName,
    authorities: ['ORG_ADMIN'],
  };
  return { clientId: randomBytes(16).toString('hex'), clientSecret: newSecret(), user };
}

function flakyClient(): SecretClient {
  return { ...personalAccessToken('demo.flaky'), tokenLifetimeSeconds: flaky.tokenLifetimeSeconds };
}

async function signInClient(): Promise<DemoTenants['iscClients']['signIn']> {
  const redirectUri = `http://localhost:${await freePort()}/myApp/code`;
  return {
    clientId: randomUUID(),
    clientSecret: newSecret(),
    name: 'Tokentray',
    grantTypes: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'],
    redirectUris: [redirectUri],
    redirectUri,
  };
}

async function newServiceAccount(): Promise<DemoTenants['serviceAccount'] & { readonly publicJwk: Jwk }> {
  const { privateKey, publicKey } = await generateKeyPair('rsa', { modulusLength: 2_048 });
  return {
    id: randomUUID(),
    scopes: ['fr:am:*', 'fr:idm:*', 'fr:idc:esv:*'],
    privateKeyJwk: { ...privateKey.export({ format: 'jwk' }) },
    publicJwk: { ...publicKey.export({ format: 'jwk' }) },
  };
}

/** Public, with any port of the loopback address (RFC 8252 section 7.3). */
const nativeClient: OidcClient = {
  clientId: 'tokentray',
  name: 'Tokentray',
  clientAuth: 'none',
  grantTypes: [grantTypes.authorizationCode, grantTypes.refreshToken, grantTypes.deviceCode],
  redirectUris: ['http://127.0.0.1/callback'],
};
