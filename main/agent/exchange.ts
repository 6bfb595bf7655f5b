/** One request to the agent with everything that its answer is made of. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AgentPorts } from './ports.ts';

export interface Exchange {
  readonly ports: AgentPorts;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborts when the agent ends: answers without an end must end then. */
  readonly stopping: AbortSignal;
}

export interface RoutedExchange extends Exchange {
  readonly query: URLSearchParams;
  /** What follows the route's name in the path, decoded. */
  readonly item: string | undefined;
}

export type Handler = (exchange: RoutedExchange) => Promise<void> | void;
