/** `tokentray remove`: deletes a profile with everything that belongs to it. */
import { Command } from 'commander';
import { TokentrayError } from '../errors.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';

interface RemoveOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function removeCommand(session: Session): Command {
  const command = new Command('remove')
    .addArgument(nameArgument())
    .option('-y, --yes', 'do not ask')
    .addOption(jsonOption())
    .action((name: string, options: RemoveOptions) => remove(session, name, options));
  return withManual(command, {
    summary: 'delete a profile with its secrets and token',
    description:
      'Deletes a profile together with its secrets and its stored token. There is no way back: export the profile first ' +
      'to keep its definition. On a terminal the command asks; in a script it does not. ' +
      'The token itself stays valid at the server until it expires, and the credential until it is revoked there.',
    examples: [
      ['tokentray remove acme-sb', 'Delete acme-sb after a question'],
      [
        'tokentray export acme-sb > acme-sb.json && tokentray remove acme-sb --yes',
        'Keep the definition, delete the rest',
      ],
    ],
    exitCodes: [2, 3],
    environment: [variables.home],
  });
}

async function remove(session: Session, name: string, { yes = false, json = false }: RemoveOptions): Promise<void> {
  const services = await session.services();
  const { id } = services.stored(name);
  if (!yes && session.io.input.isTerminal && session.io.prompt.isPossible()) await confirm(session, name);
  await services.storage.profiles.remove(id);
  if (services.settings.get('defaultProfile') === id) await services.settings.unset('defaultProfile');
  await session.tellAgent();
  session.io.out.write(json ? `${printableJson({ name })}\n` : `Removed ${name}.\n`);
}

/** Rejects with `internal.cancelled` unless the answer is yes. */
async function confirm({ io }: Session, name: string): Promise<void> {
  const answer = await io.prompt.line(`Remove ${name} with its secrets and token? [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new TokentrayError('internal.cancelled');
}
