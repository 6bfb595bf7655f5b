/** Which request is answered how; the table of `protocol.ts` as code. */
import type { IncomingMessage } from 'node:http';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import { renderSnippet } from '../snippets/snippet.ts';
import { streamChanges } from './change-stream.ts';
import type { Exchange, Handler, RoutedExchange } from './exchange.ts';
import { protocolVersion } from './protocol.ts';
import type { Hello, ImportReply } from './protocol.ts';
import { sendError, sendJson, sendText } from './reply.ts';
import { maxImportBytes, readMembers } from './request-body.ts';
import { readForeignProfiles } from './import-request.ts';
import { RequestRefused } from './request-refused.ts';
import { actOnSignIn, signOut, startSignIn, tellSignIn } from './sign-in-routes.ts';
import { readTokenQuery } from './token-query.ts';
import { tokenReply, tokenWarning } from './token-reply.ts';

/** By path below the version, then by method; `{item}` stands for one decoded segment. */
const routes: ReadonlyMap<string, Readonly<Record<string, Handler>>> = new Map(
  Object.entries({
    hello: { GET: sayHello },
    token: { GET: handOverToken },
    status: { GET: ({ ports, response }) => sendJson(response, 200, ports.status()) },
    profiles: { POST: addProfile },
    'profiles/{item}': { PATCH: editProfile },
    imports: { POST: addMany },
    'sign-ins': { POST: startSignIn },
    'sign-ins/{item}': { GET: tellSignIn, POST: actOnSignIn },
    'sign-outs': { POST: signOut },
    poke: { POST: lookAgain },
    changes: { GET: ({ ports, response, stopping }) => streamChanges(response, ports, stopping) },
  }),
);

/** Answers one request, whatever it is; never rejects. */
export async function handle(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  try {
    const { handler, query, item } = route(request);
    await handler({ ...exchange, query, item });
  } catch (thrown) {
    const error = asTokentrayError(thrown);
    if (response.headersSent) response.destroy();
    else sendError(response, error, { status: error instanceof RequestRefused ? error.status : undefined });
  }
}

function route({ url = '', method = '' }: IncomingMessage): {
  handler: Handler;
  query: URLSearchParams;
  item: string | undefined;
} {
  const [path = '', query = ''] = url.split('?', 2);
  const [, version, name = '', item, ...more] = path.split('/');
  if (version !== `v${protocolVersion}`) throw otherVersion(version);
  const methods = more.length > 0 ? undefined : routes.get(item === undefined ? name : `${name}/{item}`);
  if (methods === undefined) throw new RequestRefused(404, `the agent knows no ${path}`);
  const handler = methods[method];
  if (handler === undefined) {
    throw new RequestRefused(405, `${path} takes ${Object.keys(methods).join(', ')}, not ${method}`);
  }
  return { handler, query: new URLSearchParams(query), item: item === undefined ? undefined : decode(item) };
}

function otherVersion(version: string | undefined): TokentrayError {
  if (version === undefined || !/^v\d+$/.test(version))
    return new RequestRefused(404, `paths begin with /v${protocolVersion}/`);
  return new TokentrayError('ipc.agent_incompatible', {
    data: { detail: `the agent speaks protocol ${protocolVersion}, and was asked in protocol ${version.slice(1)}` },
  });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new RequestRefused(400, 'the path is not percent-encoded UTF-8');
  }
}

function sayHello({ ports, response }: RoutedExchange): void {
  const hello: Hello = { product: 'tokentray', protocol: protocolVersion, version: ports.version, pid: process.pid };
  sendJson(response, 200, hello);
}

async function handOverToken({ ports, request, response, query }: RoutedExchange): Promise<void> {
  const { name, as, literal, cachedOnly, query: tokenQuery } = readTokenQuery(query);
  const { id, profile } = ports.profile(name);
  try {
    const result = cachedOnly
      ? await ports.engine.storedToken(id, tokenQuery)
      : await ports.engine.token(id, tokenQuery);
    if (result === undefined) {
      response.writeHead(204).end();
      return;
    }
    ports.storage.history.append(id, { what: 'given' });
    if (request.headers.accept?.includes('application/json') === true) {
      sendJson(response, 200, tokenReply(result));
    } else {
      const { minValidMs, scope } = tokenQuery;
      const wishes = { scope, minValidSeconds: minValidMs === undefined ? undefined : minValidMs / 1_000 };
      sendText(response, renderSnippet(as, { profile, token: result.token, literal, wishes }), tokenWarning(result));
    }
  } catch (thrown) {
    sendError(response, asTokentrayError(thrown), { profile });
  }
}

async function addProfile({ ports, request, response }: RoutedExchange): Promise<void> {
  const body = await readMembers(request, ['profile', 'secrets']);
  sendJson(response, 200, await ports.enrolment.add(body['profile'], body['secrets']));
}

async function addMany({ ports, request, response }: RoutedExchange): Promise<void> {
  const { profiles } = await readMembers(request, ['profiles'], maxImportBytes);
  const stored = await ports.enrolment.addMany(readForeignProfiles(profiles));
  const reply: ImportReply = { names: stored.profiles.map(({ profile }) => profile.name) };
  sendJson(response, 200, reply);
}

async function editProfile({ ports, request, response, item = '' }: RoutedExchange): Promise<void> {
  const body = await readMembers(request, ['profile', 'secrets', 'test']);
  const test = body['test'];
  if (typeof test !== 'boolean') throw new RequestRefused(400, 'test must be true or false');
  const { profile } = ports.stored(item);
  try {
    const change = { profile: body['profile'], secrets: body['secrets'], test };
    sendJson(response, 200, await ports.enrolment.edit(item, change));
  } catch (thrown) {
    sendError(response, asTokentrayError(thrown), { profile });
  }
}

function lookAgain({ ports, response }: RoutedExchange): void {
  ports.storage.checkForChanges();
  ports.engine.reconcile();
  response.writeHead(204).end();
}
