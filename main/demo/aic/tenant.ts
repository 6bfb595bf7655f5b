/** A PingOne Advanced Identity Cloud tenant on loopback, as strict as the vendor's page. */
import type { Clock } from '../../clock.ts';
import { createOnceOnly } from '../oauth/once-only.ts';
import { messagePage } from '../oauth/sign-in-pages.ts';
import { createControls, type TenantControls } from '../server/controls.ts';
import { startDemoServer, type DemoReply, type DemoServer } from '../server/demo-server.ts';
import { faultyReply } from '../server/faulty-reply.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { answerApiRequest } from './api.ts';
import { claimedIssuer } from './assertion.ts';
import { answerLogRequest, isLogPath, type LogApiKey } from './log-api.ts';
import type { ServiceAccount } from './service-account.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import { readTokenRequest, unknownClient } from './token-request.ts';
import { createAicTokens } from './tokens.ts';

export interface AicTenantOptions {
  readonly clock: Clock;
  readonly accounts: readonly ServiceAccount[];
  /** Of the log API; absent: it has none. */
  readonly logApiKey?: LogApiKey;
}

/** Its controls take the id of a service account for the client. */
export interface AicTenant extends TenantControls, DemoServer {
  /** With its port, as the `aud` of assertions must have it. */
  readonly tokenEndpoint: string;
  /** Base of the APIs, without a trailing slash. */
  readonly apiBase: string;
}

const tokenPath = '/am/oauth2/access_token';

const consolePath = '/login/admin';
const consoleText = 'In a real tenant, administrators make service accounts here.';

/** Of the realms below the root one, by their path or alias. */
const otherTokenPath = /^\/am\/oauth2\/.+\/access_token$/;

/** Listens on a free port of 127.0.0.1. */
export async function startAicTenant(options: AicTenantOptions): Promise<AicTenant> {
  const { clock, misbehaviour, controls } = createControls(options.clock);
  const accounts = new Map(options.accounts.map((account) => [account.id, account]));
  const assertionIds = createOnceOnly(clock);

  async function answerToken(request: ReceivedRequest): Promise<DemoReply> {
    const read = await readTokenRequest(request);
    if ('refusal' in read) return { answer: read.refusal };
    const id = claimedIssuer(read.assertion) ?? '';
    const ports = { clock, accounts, assertionIds, audience: tokenEndpoint, tokens };
    const reply = await faultyReply(misbehaviour.take(id), () => answerTokenRequest(read, ports));
    return accounts.has(id) ? { ...reply, clientId: id } : reply;
  }

  function reply(request: ReceivedRequest): DemoReply | Promise<DemoReply> {
    const { pathname } = request.url;
    if (pathname === tokenPath) return answerToken(request);
    if (otherTokenPath.test(pathname)) return { answer: unknownClient().refusal };
    if (pathname === consolePath) return { answer: messagePage(200, 'Demo tenant', consoleText) };
    if (isLogPath(pathname)) return { answer: answerLogRequest(request, options.logApiKey) };
    return { answer: answerApiRequest(request, tokens) };
  }

  const server = await startDemoServer(reply, clock);
  const tokenEndpoint = `${server.origin}${tokenPath}`;
  const tokens = createAicTokens(`${server.origin}/am/oauth2`, clock);
  return { ...controls, ...server, tokenEndpoint, apiBase: server.origin };
}
