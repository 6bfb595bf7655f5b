/** `tokentray rename`: another name for the same profile. */
import { Command } from 'commander';
import { validateProfile } from '../systems/validate.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

export function renameCommand(session: Session): Command {
  const command = new Command('rename')
    .addArgument(nameArgument('present name'))
    .argument('<new-name>', 'new name: lower-case letters, digits, dot, dash and underscore, at most 64')
    .addOption(jsonOption())
    .action((name: string, newName: string, { json = false }: { json?: boolean }) =>
      rename(session, name, newName, json),
    );
  return withManual(command, {
    summary: 'rename a profile',
    description:
      'Gives a profile another name. Its secrets and its token stay, and it stays the default if it was. ' +
      'Scripts that use the old name have to be changed.',
    examples: [['tokentray rename acme acme-prod', 'Rename acme']],
    exitCodes: [2, 3],
    environment: [variables.home],
  });
}

async function rename(session: Session, name: string, newName: string, json: boolean): Promise<void> {
  const services = await session.services();
  const stored = services.profile(name);
  if (newName === name) throw new UsageError(`${name} has that name already.`, 'Give it another name, or leave it.');
  const profile = validateProfile({ ...stored.profile, name: newName });
  await services.storage.profiles.update(stored.id, stored.revision, { profile });
  await session.tellAgent();
  session.io.out.write(json ? `${printableJson({ name: newName })}\n` : `Renamed ${name} to ${newName}.\n`);
}
