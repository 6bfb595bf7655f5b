/** The line under the running agent that says how to go on. */
import type { Hint } from './live-table.ts';
import { ownCommand } from './own-command.ts';
import type { OwnStart } from './own-command.ts';
import type { StatusInWords } from './status.ts';

/** How to get a token of the default profile, or else of the first; how to add one where there is none. */
export function agentHint(profiles: readonly StatusInWords[], start: OwnStart): Hint {
  const { status } = profiles.find(({ status }) => status.isDefault) ?? profiles[0] ?? {};
  const words = status === undefined ? ['add', '--file', 'profile.json'] : ['token', status.name];
  const { line, here } = ownCommand(words, start);
  const place = `another terminal${here ? ', in this folder' : ''}:`;
  return {
    text: status === undefined ? `No profiles yet. Add one in ${place}` : `In ${place}`,
    command: line,
    continued: start.platform === 'win32' ? '`' : '\\',
  };
}
