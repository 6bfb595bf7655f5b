/** The requests of the agent that let a person sign in and out. */
import { createHash } from 'node:crypto';
import { asTokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { SignIn, SignInOptions } from '../tokens/sign-ins.ts';
import { hasEnded } from '../tokens/sign-ins.ts';
import type { RoutedExchange } from './exchange.ts';
import type { SignInReply } from './protocol.ts';
import { sendError, sendJson } from './reply.ts';
import { readMembers } from './request-body.ts';
import { RequestRefused } from './request-refused.ts';

/** Below what clients and whatever is between them take for silence. */
const longPollMs = 25_000;

const mostTimeoutMs = 86_400_000;

export async function startSignIn(exchange: RoutedExchange): Promise<void> {
  const { ports, request, response } = exchange;
  const body = await readMembers(request, ['name', 'timeoutMs']);
  const options = readOptions(body['timeoutMs']);
  await withProfile(exchange, body['name'], async ({ id }) => {
    sendJson(response, 200, replyOf(exchange, await ports.signIns.start(id, options)));
  });
}

/** Answers when the state is not the one that the client knows, or after a while with the same. */
export async function tellSignIn(exchange: RoutedExchange): Promise<void> {
  const attempt = attemptOf(exchange);
  await changeSince(attempt, exchange.query.get('known'), exchange);
  sendJson(exchange.response, 200, replyOf(exchange, attempt));
}

export async function actOnSignIn(exchange: RoutedExchange): Promise<void> {
  const body = await readMembers(exchange.request, ['action', 'url']);
  const attempt = attemptOf(exchange);
  const { action, url } = body;
  if (action === 'paste' && typeof url === 'string') await attempt.paste(url);
  else if (action === 'accept' && url === undefined) await attempt.accept();
  else if (action === 'cancel' && url === undefined) attempt.cancel();
  else throw new RequestRefused(400, 'action must be paste with a url, accept or cancel');
  sendJson(exchange.response, 200, replyOf(exchange, attempt));
}

export async function signOut(exchange: RoutedExchange): Promise<void> {
  const { ports, request, response } = exchange;
  const { name, forget = true } = await readMembers(request, ['name', 'forget']);
  if (typeof forget !== 'boolean') throw new RequestRefused(400, 'forget must be true or false');
  await withProfile(exchange, name, async ({ id }) => {
    sendJson(response, 200, await (forget ? ports.signIns.signOut(id) : ports.signIns.revoke(id)));
  });
}

/** A failure is told in the words of the profile's system. */
async function withProfile(
  { ports, response }: RoutedExchange,
  name: unknown,
  work: (stored: StoredProfile) => Promise<void>,
): Promise<void> {
  if (typeof name !== 'string') throw new RequestRefused(400, 'name must be the name of a profile');
  const stored = ports.profile(name);
  try {
    await work(stored);
  } catch (thrown) {
    sendError(response, asTokentrayError(thrown), { profile: stored.profile });
  }
}

function readOptions(timeoutMs: unknown): SignInOptions {
  if (timeoutMs === undefined) return {};
  if (typeof timeoutMs === 'number' && Number.isSafeInteger(timeoutMs) && timeoutMs > 0 && timeoutMs <= mostTimeoutMs) {
    return { timeoutMs };
  }
  throw new RequestRefused(400, `timeoutMs must be a whole number from 1 to ${mostTimeoutMs}`);
}

function attemptOf({ ports, item = '' }: RoutedExchange): SignIn {
  const attempt = ports.signIns.byId(item);
  if (attempt !== undefined) return attempt;
  throw new RequestRefused(404, 'the agent knows no such sign-in');
}

function changeSince(
  attempt: SignIn,
  known: string | null,
  { ports, response, stopping }: RoutedExchange,
): Promise<void> {
  if (known === null || known !== versionOf(attempt) || hasEnded(attempt.state()) || stopping.aborted) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const end = () => {
      unsubscribe();
      timer.cancel();
      stopping.removeEventListener('abort', end);
      response.removeListener('close', end);
      resolve();
    };
    const unsubscribe = attempt.onChange(end);
    const timer = ports.clock.setTimer(longPollMs, end);
    stopping.addEventListener('abort', end);
    response.once('close', end);
  });
}

function replyOf({ ports }: RoutedExchange, attempt: SignIn): SignInReply {
  const name = ports.status().find(({ id }) => id === attempt.profileId)?.name ?? '';
  return { id: attempt.id, name, version: versionOf(attempt), state: attempt.state() };
}

function versionOf(attempt: SignIn): string {
  return createHash('sha256').update(JSON.stringify(attempt.state())).digest('base64url').slice(0, 22);
}
