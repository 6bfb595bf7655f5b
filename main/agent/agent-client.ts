/** Talks to the running agent of a data folder. */
import { TokentrayError } from '../errors.ts';
import type { SignInOptions, SignOutResult } from '../tokens/sign-ins.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import { failureOf, readHello, readJson, successful, tooOldFor } from './agent-answer.ts';
import { headerOf } from './http-answer.ts';
import type { HttpAnswer } from './http-answer.ts';
import { ask } from './http-over-socket.ts';
import type { SocketRequest } from './http-over-socket.ts';
import { protocolVersion } from './protocol.ts';
import type {
  AddRequest,
  EditRequest,
  EnrolReply,
  Hello,
  ImportReply,
  ImportRequest,
  SignInReply,
  SignInRequest,
  SignOutRequest,
  TokenReply,
} from './protocol.ts';
import { RemoteSignIn } from './remote-sign-in.ts';
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
  /** All or none. An agent without imports: `ipc.agent_incompatible`. */
  addMany(request: ImportRequest): Promise<ImportReply>;
  status(): Promise<readonly ProfileStatus[]>;
  /** Starts an attempt at the agent, or joins the one under way. An agent without sign-ins: `ipc.agent_incompatible`. */
  signIn(name: string, options?: SignInOptions): Promise<RemoteSignIn>;
  /** The same. */
  signOut(request: SignOutRequest): Promise<SignOutResult>;
  /** Says that this process wrote to the database. */
  poke(): Promise<void>;
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

  async addMany(request: ImportRequest): Promise<ImportReply> {
    const answer = await this.askFor('imports', { method: 'POST', target: '/v1/imports', body: request });
    return readJson(answer) as ImportReply;
  }

  async status(): Promise<readonly ProfileStatus[]> {
    return readJson(await this.ask({ method: 'GET', target: '/v1/status' })) as ProfileStatus[];
  }

  async signIn(name: string, options: SignInOptions = {}): Promise<RemoteSignIn> {
    const request: SignInRequest = { name, ...options };
    const first = readJson(await this.askFor('sign-ins', { method: 'POST', target: '/v1/sign-ins', body: request }));
    const target = `/v1/sign-ins/${encodeURIComponent((first as SignInReply).id)}`;
    const reply = async (request: Omit<SocketRequest, 'idleMs'>) => {
      const answer = await this.send(request);
      if (answer.status === 404) throw new TokentrayError('ipc.agent_lost', { data: { detail: 'it has restarted' } });
      return readJson(successful(answer)) as SignInReply;
    };
    return new RemoteSignIn(
      {
        follow: (known) => reply({ method: 'GET', target: `${target}?known=${encodeURIComponent(known)}` }),
        act: (action) => reply({ method: 'POST', target, body: action }),
      },
      first as SignInReply,
    );
  }

  async signOut(request: SignOutRequest): Promise<SignOutResult> {
    return readJson(
      await this.askFor('sign-ins', { method: 'POST', target: '/v1/sign-outs', body: request }),
    ) as SignOutResult;
  }

  async poke(): Promise<void> {
    await this.ask({ method: 'POST', target: '/v1/poke' });
  }

  private async ask(request: Omit<SocketRequest, 'idleMs'>): Promise<HttpAnswer> {
    return successful(await this.send(request));
  }

  /** For what an older agent of the same protocol does not know. */
  private async askFor(what: 'imports' | 'sign-ins', request: Omit<SocketRequest, 'idleMs'>): Promise<HttpAnswer> {
    const answer = await this.send(request);
    if (answer.status === 404 && failureOf(answer).code === 'config.usage') throw tooOldFor(what, this.hello);
    return successful(answer);
  }

  private async send(request: Omit<SocketRequest, 'idleMs'>): Promise<HttpAnswer> {
    const answer = await ask(this.path, { ...request, idleMs: answerTimeoutMs });
    if (answer === undefined) throw new TokentrayError('ipc.agent_lost', { data: { detail: 'it has ended' } });
    return answer;
  }
}
