/** Starts the demo as a second process of the application, with nothing of the person's own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { TokentrayError } from '../errors.ts';
import type { Command } from './launch.ts';

export interface DemoProcessParts {
  readonly command: Command;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One at a time: asking again while it runs starts no other. Rejects with `internal.unexpected` when it cannot be started. */
export function createDemoStarter(parts: DemoProcessParts): () => Promise<void> {
  let running: ChildProcess | undefined;
  return async () => {
    if (running !== undefined && running.exitCode === null && running.signalCode === null) return;
    const { command, environment } = parts;
    const child = spawn(command.program, command.arguments, {
      env: { ...environment },
      detached: true,
      stdio: 'ignore',
    });
    try {
      await once(child, 'spawn');
    } catch (error) {
      const systemCode = (error as NodeJS.ErrnoException).code;
      throw new TokentrayError('internal.unexpected', {
        data: { detail: 'the demo could not be started', ...(systemCode === undefined ? {} : { systemCode }) },
      });
    }
    child.unref();
    running = child;
  };
}
