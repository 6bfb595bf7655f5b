/** `tokentray export`: profile definitions as JSON, never with secrets. */
import { Command } from 'commander';
import { exportProfiles } from '../profiles/transfer.ts';
import { warnOfDamaged } from './damaged-profiles.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, optionalNameArgument } from './options.ts';
import type { Session } from './session.ts';

export function exportCommand(session: Session): Command {
  const command = new Command('export')
    .addArgument(optionalNameArgument('profile to export; without it, all'))
    .addOption(jsonOption())
    .action((name: string | undefined) => exportTo(session, name));
  return withManual(command, {
    summary: 'print profiles as JSON, without secrets',
    description:
      'Prints profile definitions in the form that `tokentray import` reads. Secrets and tokens are never part of it, ' +
      'so the file may be shared with colleagues and kept in a repository.',
    examples: [
      ['tokentray export > profiles.json', 'All profiles'],
      ['tokentray export acme-prod > acme-prod.json', 'One of them'],
    ],
    exitCodes: [3],
    environment: [variables.home],
  });
}

async function exportTo(session: Session, name: string | undefined): Promise<void> {
  const services = await session.services();
  const stored = name === undefined ? services.storage.profiles.list() : [services.profile(name)];
  if (name === undefined) warnOfDamaged(session.io.err, services.storage.profiles);
  session.io.out.write(exportProfiles(stored.map(({ profile }) => profile)));
}
