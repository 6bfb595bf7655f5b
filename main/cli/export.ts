/** `tokentray export`: profile definitions as JSON, and with their secrets only behind a passphrase. */
import { Command } from 'commander';
import { exportProfiles } from '../profiles/transfer.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { exportEntries } from '../transfer/export-entries.ts';
import { warnOfDamaged } from './damaged-profiles.ts';
import { assertWritable, writeExport } from './export-file.ts';
import { exportPassphraseVariable } from './import-source.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, optionalNameArgument } from './options.ts';
import { askNewPassphrase } from './passphrase.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

interface ExportOptions {
  readonly withSecrets?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

export function exportCommand(session: Session): Command {
  const command = new Command('export')
    .addArgument(optionalNameArgument('profile to export; without it, all'))
    .option('--with-secrets', 'with the secrets that were entered, encrypted with a passphrase')
    .option('--out <file>', 'write into this file, for its owner alone, in place of standard output')
    .option('--force', 'replace a file that is there without asking')
    .addOption(jsonOption())
    .action((name: string | undefined, options: ExportOptions) => exportTo(session, name, options));
  return withManual(command, {
    summary: 'print profiles as JSON, without secrets or encrypted with them',
    description:
      'Prints profile definitions in the form that `tokentray import` reads. Secrets and tokens are not part of it, ' +
      'so the file may be shared with colleagues and kept in a repository.\n\n' +
      'With --with-secrets the whole is encrypted with a passphrase, which is asked for twice without echo: for another ' +
      'machine of yours. Whoever has the file and the passphrase has your access. Sessions stay where they are: you ' +
      'sign in anew over there.',
    examples: [
      ['tokentray export > profiles.json', 'All profiles'],
      ['tokentray export acme-prod > acme-prod.json', 'One of them'],
      ['tokentray export --with-secrets --out all.encrypted.json', 'All with their secrets, for another machine'],
    ],
    exitCodes: [2, 3, 7],
    environment: [
      variables.home,
      variables.passphrase,
      [exportPassphraseVariable, 'passphrase of the export; else a prompt asks twice'],
    ],
  });
}

async function exportTo(session: Session, name: string | undefined, options: ExportOptions): Promise<void> {
  const { withSecrets = false, out: file, force = false } = options;
  const { io } = session;
  if (withSecrets && file === undefined && io.out.isTerminal) throw notOnTheScreen();
  const services = await session.services();
  const stored = name === undefined ? services.storage.profiles.list() : [services.profile(name)];
  if (name === undefined) warnOfDamaged(io.err, services.storage.profiles);
  if (file !== undefined) await assertWritable(io, file, force);
  const text = withSecrets ? await sealed(session, stored) : exportProfiles(stored.map(({ profile }) => profile));
  if (file === undefined) io.out.write(text);
  else await writeExport(io, file, text);
}

/** The passphrase first: whoever thinks better of it has not been asked for the keychain. */
async function sealed(session: Session, stored: readonly StoredProfile[]): Promise<string> {
  const given = session.environment[exportPassphraseVariable];
  const passphrase =
    given === undefined || given === ''
      ? await askNewPassphrase(session.io, { variable: exportPassphraseVariable })
      : given;
  const { storage } = await session.services();
  const { sealExport } = await import('../transfer/sealed-export.ts');
  return sealExport(await exportEntries(storage.profiles, stored), passphrase);
}

function notOnTheScreen(): UsageError {
  return new UsageError(
    'An export with secrets belongs into a file and not on the screen.',
    'Name one: --out FILE, or send the output to where you want it.',
  );
}
