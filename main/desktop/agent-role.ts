/**
 * The part of the agent in this process: the tray application is the one that refreshes, unless another process was there
 * first (`tokentray agent` in a terminal). Then it shows what that one does, hands over tokens, and takes its place as
 * soon as it ends.
 */
import { agentEnd } from '../agent/agent-end.ts';
import { startAgent } from '../agent/agent-server.ts';
import type { RunningAgent } from '../agent/agent-server.ts';
import type { AgentPorts } from '../agent/ports.ts';
import { socketPath } from '../agent/socket-path.ts';
import { sleep } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Engine } from '../tokens/tokens.ts';

export interface AgentRole {
  /** Why this process is not the agent; undefined when it is. */
  elsewhere(): TokentrayError | undefined;
  close(): Promise<void>;
}

export interface AgentRoleParts {
  readonly ports: AgentPorts & { readonly engine: Pick<Engine, 'start'> };
  /** `elsewhere` says something else now. */
  readonly onChange: () => void;
  /** After the start: taking the place of another agent failed for good. */
  readonly onFailure: (error: unknown) => void;
}

/** Between two tries: an agent that ends hangs up first, and may then wait for a request under way. */
const tryAgainMs = 500;

/** Rejects with `ipc.socket_path_too_long` and `storage.*`. */
export async function takeAgentRole({ ports, onChange, onFailure }: AgentRoleParts): Promise<AgentRole> {
  const closing = new AbortController();
  let running: RunningAgent | undefined;
  let elsewhere: TokentrayError | undefined;

  /** False when another one is. */
  async function become(): Promise<boolean> {
    try {
      running = await startAgent(ports);
    } catch (error) {
      if (!(error instanceof TokentrayError) || error.code !== 'ipc.agent_running') throw error;
      elsewhere = error;
      return false;
    }
    elsewhere = undefined;
    ports.engine.start();
    return true;
  }

  async function takeOver(): Promise<void> {
    const path = socketPath(ports.storage.home, process.platform);
    while (!closing.signal.aborted) {
      await agentEnd(path, closing.signal);
      if (closing.signal.aborted) return;
      if (await become()) return onChange();
      await sleep(ports.clock, tryAgainMs, closing.signal);
    }
  }

  let takingOver = Promise.resolve();
  if (!(await become())) takingOver = takeOver().catch(onFailure);

  return {
    elsewhere: () => elsewhere,
    async close() {
      closing.abort();
      await takingOver;
      await running?.close();
    },
  };
}
