/**
 * Waits on one port for browsers that come back from a sign-in, for several sign-ins at once.
 *
 * Invariants: a state serves once, and only at the redirect URI that it was sent with (RFC 8252 section 8.10); a request that is not the answer to a waiting sign-in ends nothing and is told nothing;
 * no answer holds anything of its request; whoever asked for a page gets it before the port is given back.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { closingHeaders, closingPage } from './closing-page.ts';
import type { Closing } from './closing-page.ts';
import { listenOnLoopback } from './loopback-servers.ts';
import type { LoopbackServers } from './loopback-servers.ts';
import { judgeRequest } from './redirect-request.ts';
import type { JudgedRequest } from './redirect-request.ts';

type Redirect = Extract<JudgedRequest, { kind: 'redirect' }>;

/** One sign-in that waits for the browser. */
interface WaitingSignIn {
  readonly state: string;
  /** As the server knows it, with this listener's port. */
  readonly redirectUri: string;
  /** Name of the profile. */
  readonly profile: string;
  /** Called once at most, with what the server sent. Resolves when it is known what came of it; never rejects. */
  readonly arrived: (parameters: URLSearchParams) => Promise<Closing>;
}

export interface RedirectListener {
  readonly port: number;
  /** Returns what ends the waiting; the state then counts as over. */
  expect(waiting: WaitingSignIn): () => void;
  /** Resolves when whoever waits for a page has it and the port is free. */
  close(): Promise<void>;
}

export interface RedirectListenerOptions {
  readonly clock: Clock;
  /** Undefined: any free one (RFC 8252 section 7.3). */
  readonly port: number | undefined;
  /** How long a browser waits for the end of the exchange; default 40,000, which is more than a token request may take. */
  readonly holdMs?: number;
  /** See `LoopbackOptions`. */
  readonly slowRequestMs?: number;
}

/** Rejects with `auth.sign_in_port_taken`. */
export async function listenForRedirects(options: RedirectListenerOptions): Promise<RedirectListener> {
  const listener = new Listener(options);
  await listener.open();
  return listener;
}

class Listener implements RedirectListener {
  private readonly options: RedirectListenerOptions;
  private readonly waiting = new Map<string, WaitingSignIn>();
  private readonly over = new Set<string>();
  private readonly paths = new Set<string>();
  private readonly answering = new Set<Promise<void>>();
  private bound: LoopbackServers = { port: 0, servers: [] };

  constructor(options: RedirectListenerOptions) {
    this.options = options;
  }

  get port(): number {
    return this.bound.port;
  }

  async open(): Promise<void> {
    const { port, slowRequestMs } = this.options;
    this.bound = await listenOnLoopback({
      port,
      answer: (request, response) => this.answer(request, response),
      ...(slowRequestMs === undefined ? {} : { slowRequestMs }),
    });
  }

  expect(waiting: WaitingSignIn): () => void {
    this.waiting.set(waiting.state, waiting);
    this.paths.add(new URL(waiting.redirectUri).pathname);
    return () => this.end(waiting.state);
  }

  async close(): Promise<void> {
    const closed = this.bound.servers.map((server) => new Promise((resolve) => server.close(resolve)));
    await Promise.all(this.answering);
    // What is left are connections that browsers opened in advance, and strangers.
    for (const server of this.bound.servers) server.closeAllConnections();
    await Promise.all(closed);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const hosts = request.headersDistinct['host'] ?? [];
    const head = { method: request.method ?? '', target: request.url ?? '', hosts };
    const judged = judgeRequest(head, { port: this.port, paths: this.paths });
    if (judged.kind === 'refused') {
      const allow = judged.status === 405 ? { allow: 'GET' } : {};
      response.writeHead(judged.status, { connection: 'close', 'cache-control': 'no-store', ...allow });
      response.end();
      return;
    }
    void this.send(response, judged);
  }

  /** Counts as under way before anybody is told: a sign-in that ends at once closes this listener. */
  private async send(response: ServerResponse, redirect: Redirect): Promise<void> {
    const sent = Promise.withResolvers<void>();
    this.answering.add(sent.promise);
    try {
      await writeOut(response, await this.closingOf(redirect));
    } finally {
      this.answering.delete(sent.promise);
      sent.resolve();
    }
  }

  private async closingOf({ host, path, parameters }: Redirect): Promise<Closing> {
    const states = parameters.getAll('state');
    const [state = ''] = states;
    if (states.length !== 1) return { kind: 'unknown' };
    const waiting = this.waiting.get(state);
    if (waiting === undefined) return { kind: this.over.has(state) ? 'over' : 'unknown' };
    const expected = new URL(waiting.redirectUri);
    if (expected.host !== host || expected.pathname !== path) return { kind: 'unknown' };
    this.end(state);
    return this.within(waiting, waiting.arrived(parameters));
  }

  private async within({ profile }: WaitingSignIn, outcome: Promise<Closing>): Promise<Closing> {
    const { clock, holdMs = 40_000 } = this.options;
    const limit = Promise.withResolvers<Closing>();
    const timer = clock.setTimer(holdMs, () => limit.resolve({ kind: 'unfinished', profile }));
    try {
      return await Promise.race([outcome, limit.promise]);
    } finally {
      timer.cancel();
    }
  }

  private end(state: string): void {
    if (this.waiting.delete(state)) this.over.add(state);
  }
}

/** Resolves when all of it is handed over, or the browser has gone. */
function writeOut(response: ServerResponse, closing: Closing): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.writeHead(closing.kind === 'unknown' ? 400 : 200, { ...closingHeaders, connection: 'close' });
    response.end(closingPage(closing));
    if (response.destroyed) resolve();
  });
}
