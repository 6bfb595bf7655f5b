/** Runs a measurement in a process of its own, where nothing else has grown the heap or takes time. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** The first message of the script, which tells what came of it. Rejects when it ends without one. */
export async function inOwnProcess(script: URL, ...words: readonly string[]): Promise<unknown> {
  const child = fork(script, words, { execArgv: ['--expose-gc'] });
  const ended = once(child, 'exit');
  const [result] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`${script.pathname} ended with ${code} and told nothing`);
    }),
  ]);
  await ended;
  return result as unknown;
}
