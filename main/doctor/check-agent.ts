/** Whether an agent runs, answers, and is of this version. */
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

interface AgentFacts {
  readonly version: string;
  readonly pid: number;
}

/** `hello` gives undefined where nobody listens, and rejects with `ipc.*`. */
export function agentCheck(hello: () => Promise<AgentFacts | undefined>, ownVersion: string): Check {
  return { area: 'agent', run: async () => [findingOf(await hello(), ownVersion)] };
}

function findingOf(agent: AgentFacts | undefined, ownVersion: string): Finding {
  const area = 'agent';
  if (agent === undefined) {
    const what = 'No agent runs: tokens are renewed when a command asks for them, and not by themselves.';
    return { area, level: 'ok', what };
  }
  const { version, pid } = agent;
  if (version === ownVersion) {
    return { area, level: 'ok', what: `The agent answers (version ${version}, process ${pid}).` };
  }
  return {
    area,
    level: 'warning',
    what: `The agent answers (process ${pid}), but is of version ${version} and this command of ${ownVersion}.`,
    next: 'Update the older one, then quit the agent and start it again.',
  };
}
