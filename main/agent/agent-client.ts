/** Talks to the running agent of a data folder. */
import { fromErrorRecord, TokentrayError } from '../errors.ts';
import type { ErrorRecord } from '../errors.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import { headerOf } from './http-answer.ts';
import type { HttpAnswer } from './http-answer.ts';
import { ask } from './http-over-socket.ts';
import type { SocketRequest } from './http-over-socket.ts';
import { protocolVersion } from './protocol.ts';
import type { AddRequest, EditRequest, EnrolReply, ErrorReply, Hello, TokenReply } from './protocol.ts';
import { socketPath } from './socket-path.ts';
import { tokenTarget } from './token-ask.ts';
import type { TokenAsk } from './token-ask.ts';

/** Every method rejects with what the agent answered, or with `ipc.agent_lost` when it went away. */
export interface AgentClient {
  readonly hello: Hello;
  /** What `tokentray token` prints, with its newline. */
  token(query: TokenAsk): Promise<{ readonly text: string; readonly warning?: string }>;
  tokenJson(query: TokenAsk): Promise<TokenReply>;
  add(request: AddRequest): Promise<EnrolReply>;
  edit(name: string, request: EditRequest): Promise<EnrolReply>;
  status(): Promise<readonly ProfileStatus[]>;
  /** Says that this process wrote to the database. */
  poke(): Promise<void>;
}

/** A failure that the agent reported, with the words it has for it: it knows the profile's system. */
export class AgentFailure extends TokentrayError {
  readonly what: string;
  readonly next: string;

  constructor({ error, what, next }: ErrorReply) {
    const { code, data } = fromErrorRecord(error);
    super(code, { data });
    this.what = what;
    this.next = next;
  }
}

/** An agent answers this within milliseconds, whatever else it waits for; one that does not is suspended or stuck. */
const helloTimeoutMs = 500;

/** Longer than any request to a tenant and the wait for another process that makes one. */
const answerTimeoutMs = 120_000;

/**
 * Undefined when nobody listens, and then the caller opens the database itself. Rejects with `ipc.agent_incompatible`, and
 * with `ipc.agent_lost` when somebody listens but does not answer.
 */
export async function connectAgent(
  home: string,
  platform: NodeJS.Platform = process.platform,
): Promise<AgentClient | undefined> {
  const path = whereItWouldListen(home, platform);
  if (path === undefined) return undefined;
  const target = `/v${protocolVersion}/hello`;
  const answer = await ask(path, { method: 'GET', target, accept: 'application/json', idleMs: helloTimeoutMs });
  return answer === undefined ? undefined : new SocketClient(path, readHello(answer));
}

/** Where a path is too long to listen on, no agent can be. */
function whereItWouldListen(home: string, platform: NodeJS.Platform): string | undefined {
  try {
    return socketPath(home, platform);
  } catch {
    return undefined;
  }
}

class SocketClient implements AgentClient {
  readonly hello: Hello;
  private readonly path: string;

  constructor(path: string, hello: Hello) {
    this.path = path;
    this.hello = hello;
  }

  async token(query: TokenAsk): Promise<{ readonly text: string; readonly warning?: string }> {
    const { body, head } = await this.ask({ method: 'GET', target: tokenTarget(query) });
    const warning = headerOf(head, 'tokentray-warning');
    return { text: body, ...(warning === undefined ? {} : { warning: decodeURIComponent(warning) }) };
  }

  async tokenJson(query: TokenAsk): Promise<TokenReply> {
    const answer = await this.ask({ method: 'GET', target: tokenTarget(query), accept: 'application/json' });
    return readJson(answer) as TokenReply;
  }

  async add(request: AddRequest): Promise<EnrolReply> {
    return readJson(await this.ask({ method: 'POST', target: '/v1/profiles', body: request })) as EnrolReply;
  }

  async edit(name: string, request: EditRequest): Promise<EnrolReply> {
    const target = `/v1/profiles/${encodeURIComponent(name)}`;
    return readJson(await this.ask({ method: 'PATCH', target, body: request })) as EnrolReply;
  }

  async status(): Promise<readonly ProfileStatus[]> {
    return readJson(await this.ask({ method: 'GET', target: '/v1/status' })) as ProfileStatus[];
  }

  async poke(): Promise<void> {
    await this.ask({ method: 'POST', target: '/v1/poke' });
  }

  private async ask(request: Omit<SocketRequest, 'idleMs'>): Promise<HttpAnswer> {
    const answer = await ask(this.path, { ...request, idleMs: answerTimeoutMs });
    if (answer === undefined) throw new TokentrayError('ipc.agent_lost', { data: { detail: 'it has ended' } });
    if (answer.status >= 400) throw failureOf(answer);
    return answer;
  }
}

function readHello(answer: HttpAnswer): Hello {
  if (answer.status !== 200) throw failureOf(answer);
  const hello = readJson(answer) as Partial<Hello> | null;
  if (hello?.product !== 'tokentray' || typeof hello.protocol !== 'number') throw notOurs();
  if (hello.protocol !== protocolVersion) throw incompatible(hello.protocol, hello.version);
  return hello as Hello;
}

/** Says which side is the older one. */
function incompatible(protocol: number, version: string | undefined): TokentrayError {
  const older = protocol < protocolVersion ? 'the agent' : 'this program';
  const spoken = `it speaks protocol ${protocol}, this program ${protocolVersion}: ${older} must be updated`;
  return new TokentrayError('ipc.agent_incompatible', {
    data: { detail: `version ${version ?? 'unknown'}; ${spoken}` },
  });
}

function failureOf(answer: HttpAnswer): TokentrayError {
  const reply = readJson(answer) as Partial<ErrorReply> | null;
  const error: Partial<ErrorRecord> | undefined = reply?.error;
  if (typeof error?.code !== 'string' || typeof reply?.what !== 'string' || typeof reply.next !== 'string')
    return notOurs();
  return new AgentFailure(reply as ErrorReply);
}

function readJson({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw notOurs();
  }
}

function notOurs(): TokentrayError {
  return new TokentrayError('ipc.agent_lost', { data: { detail: 'what listens on the socket is not an agent' } });
}
