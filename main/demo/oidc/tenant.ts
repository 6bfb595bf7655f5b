/** A server of OpenID Connect and OAuth 2.0 on loopback, as strict as RFC 9700 asks. */
import type { Clock } from '../../clock.ts';
import { createCodes } from '../oauth/codes.ts';
import { createOnceOnly } from '../oauth/once-only.ts';
import { createRefreshTokens } from '../oauth/refresh-tokens.ts';
import { createSessions } from '../oauth/sessions.ts';
import { createSignInFlow } from '../oauth/sign-in-flow.ts';
import { signInPath } from '../oauth/sign-in-pages.ts';
import { createSigningKey } from '../oauth/signing-key.ts';
import { json, page, type DemoAnswer } from '../server/answer.ts';
import { createControls, type TenantControls } from '../server/controls.ts';
import { startDemoServer, type DemoReply, type DemoServer } from '../server/demo-server.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { answerAuthorize } from './authorize.ts';
import {
  answerClient,
  answerDeviceAuthorization,
  answerRevocation,
  answerToken,
  type BackChannelPorts,
} from './back-channel.ts';
import type { OidcClient } from './clients.ts';
import { createDeviceCodes, type DeviceOptions } from './device-codes.ts';
import { answerDevicePage } from './device-page.ts';
import { endpointsOf, type OidcEndpoints } from './endpoints.ts';
import { metadataOf, type Metadata } from './metadata.ts';
import { answerUserInfo } from './user-info.ts';

type WellKnown = 'openid-configuration' | 'oauth-authorization-server';

export interface OidcTenantOptions {
  readonly clock: Clock;
  readonly clients: readonly OidcClient[];
  /** Default `['jane', 'omar']`. */
  readonly users?: readonly string[];
  /** Default 600. */
  readonly tokenLifetimeSeconds?: number;
  readonly device?: DeviceOptions;
  /** Of the issuer, such as `/realms/acme`; default none. */
  readonly path?: string;
  /** Where its metadata are; default at both places. */
  readonly wellKnown?: readonly WellKnown[];
  /** Changes what it says of itself, such as `withDoubleSlashes`. */
  readonly metadata?: (metadata: Metadata) => Metadata;
}

export interface OidcTenant extends TenantControls, DemoServer {
  readonly endpoints: OidcEndpoints;
}

/** Listens on a free port of 127.0.0.1. */
export async function startOidcTenant(options: OidcTenantOptions): Promise<OidcTenant> {
  const { clock, misbehaviour, controls } = createControls(options.clock);
  const { path = '', wellKnown = ['openid-configuration', 'oauth-authorization-server'] } = options;
  const users = options.users ?? ['jane', 'omar'];
  const clients = new Map(options.clients.map((client) => [client.clientId, client]));
  const key = await createSigningKey(clock);
  const sessions = createSessions();
  const flow = createSignInFlow({ clock, tenantName: 'the demo tenant', users });

  const replies: Readonly<Record<string, (request: ReceivedRequest) => Promise<DemoReply>>> = {
    [`${path}/authorize`]: only((request) => answerAuthorize(request, { clients, codes, flow, issuer })),
    [`${path}/token`]: (request) => answerClient(request, answerToken, ports),
    [`${path}/device_authorization`]: (request) => answerClient(request, answerDeviceAuthorization, ports),
    [`${path}/device`]: only((request) => answerDevicePage(request, { clients, deviceCodes, flow })),
    [`${path}/revoke`]: (request) => answerClient(request, answerRevocation, ports),
    [`${path}/userinfo`]: only((request) => answerUserInfo(request, ports)),
    [`${path}/jwks`]: only(() => json(200, key.jwks)),
    [signInPath]: only((request) => flow.answer(request)),
    ...Object.fromEntries(wellKnown.map((name) => [wellKnownPath(name, path), only(() => json(200, metadata))])),
  };

  const server = await startDemoServer(
    async (request) => (await replies[withoutDoubleSlashes(request.url.pathname)]?.(request)) ?? { answer: page(404) },
    clock,
  );
  const endpoints = endpointsOf(server.origin, path);
  const { issuer } = endpoints;
  const metadata = (options.metadata ?? ((members) => members))(metadataOf(endpoints));
  const codes = createCodes(clock, sessions);
  const deviceCodes = createDeviceCodes(clock, options.device);
  const ports: BackChannelPorts = {
    clock,
    issuer,
    key,
    sessions,
    codes,
    deviceCodes,
    refreshTokens: createRefreshTokens(clock, sessions),
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 600,
    clients,
    assertionIds: createOnceOnly(clock),
    audiences: [issuer, endpoints.token],
    endpoints,
    misbehaviour,
  };
  return { ...controls, ...server, endpoints };
}

/** OpenID Connect Discovery section 4 appends to the issuer; RFC 8414 section 3.1 puts it before its path. */
function wellKnownPath(name: WellKnown, path: string): string {
  return name === 'openid-configuration' ? `${path}/.well-known/${name}` : `/.well-known/${name}${path}`;
}

/** Servers that write them into their metadata answer there. */
function withoutDoubleSlashes(pathname: string): string {
  return pathname.replace(/\/{2,}/g, '/');
}

function only(
  answer: (request: ReceivedRequest) => DemoAnswer | Promise<DemoAnswer>,
): (request: ReceivedRequest) => Promise<DemoReply> {
  return async (request) => ({ answer: await answer(request) });
}
