/** Who does the work: the agent, which holds the vault open, or this process when no agent runs. */
import { TokentrayError } from '../errors.ts';
import type { CliAgent, CliServices, Session } from './session.ts';

export interface Work<Result> {
  readonly remote: (agent: CliAgent) => Promise<Result>;
  readonly local: (services: CliServices) => Promise<Result>;
  /** True: may be done here as well when the agent went away without an answer, because doing it twice does no harm. */
  readonly repeatable: boolean;
}

export async function agentFirst<Result>(session: Session, work: Work<Result>): Promise<Result> {
  try {
    const agent = await session.agent();
    if (agent !== undefined) return await work.remote(agent);
  } catch (error) {
    if (!work.repeatable || !(error instanceof TokentrayError) || error.code !== 'ipc.agent_lost') throw error;
  }
  return work.local(await session.services());
}
