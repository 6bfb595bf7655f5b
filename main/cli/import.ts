/** `tokentray import`: stores the profiles of an export or of another tool's file, all or none. */
import { Command, Option } from 'commander';
import { linkNote } from '../tokens/link-check.ts';
import { entriesOf } from '../transfer/import-plan.ts';
import type { PlannedProfile } from '../transfer/import-plan.ts';
import { agentFirst } from './backend.ts';
import { assertImportable, conflictAnswers, decideImport } from './import-choices.ts';
import type { OnConflict } from './import-choices.ts';
import { reportImported, reportPlan, reportProblems } from './import-report.ts';
import { exportPassphraseVariable, readImportSource } from './import-source.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption } from './options.ts';
import { printable } from './printable.ts';
import type { Session } from './session.ts';
import { paint } from './style.ts';
import { UsageError } from './usage-error.ts';

interface ImportOptions {
  readonly name?: string;
  readonly onConflict?: OnConflict;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function importCommand(session: Session): Command {
  const command = new Command('import')
    .argument('<file>', 'file of one of the kinds below; - reads standard input')
    .option('--name <name>', 'name of the profile, where the file is no export and makes one')
    .addOption(
      new Option('--on-conflict <what>', 'what to do where a name is taken; without it nothing is imported').choices(
        conflictAnswers,
      ),
    )
    .option('--dry-run', 'say what would be imported, and store nothing')
    .addOption(jsonOption())
    .action((file: string, options: ImportOptions) => importFrom(session, file, options));
  return withManual(command, {
    summary: 'add the profiles of an export, or of a file of another tool',
    description:
      'Adds every profile of a file, or none: one that is invalid, or whose name is taken, keeps all of them out. ' +
      'Secrets that the file holds go into the vault, and only ever to the host that they came with; the command says ' +
      'which profiles still need theirs. On a terminal it asks for what a file leaves open.',
    sections: [{ title: 'Kinds of files', text: kinds }],
    examples: [
      ['tokentray import profiles.json', 'Add the profiles that a colleague exported'],
      ['tokentray import ~/.sailpoint/config.yaml --dry-run', 'See what the SailPoint CLI knows'],
      ['tokentray import credentials.json --name acme-nf', 'A NetFoundry API account'],
      ['tokentray import all.encrypted.json --on-conflict skip', 'What is missing here of an encrypted export'],
    ],
    exitCodes: [2, 7],
    environment: [
      variables.home,
      variables.keychain,
      variables.passphrase,
      [exportPassphraseVariable, 'passphrase of an encrypted export; else a prompt asks'],
    ],
  });
}

const kinds = `Tokentray       an export, with secrets or without, or a profile
SailPoint CLI   ~/.sailpoint/config.yaml; its secrets are in the keychain and have to be entered
frodo           ~/.frodo/Connections.json; what it has encrypted has to be entered
Postman         an environment or a collection, exported as JSON
NetFoundry      the credentials.json of an API account
curl            a command in a text file`;

async function importFrom(session: Session, file: string, options: ImportOptions): Promise<void> {
  const { name, onConflict, dryRun: isDryRun = false, json = false } = options;
  const { io } = session;
  const document = await readImportSource(session, file);
  if (name !== undefined && (document.isOwn === true || document.profiles.length !== 1)) throw nameGoesWithOne();
  const { storage } = await session.services();
  const wishes = {
    ...(name === undefined ? {} : { name }),
    ...(onConflict === undefined ? {} : { onConflict }),
    isDryRun,
  };
  if (document.isPart === true) throw isNoProfile();
  const plan = await decideImport(io, storage.profiles, document, wishes);
  reportProblems(io, document);
  if (isDryRun) return reportPlan(io, document, plan, json);
  if (document.profiles.length === 0) throw new UsageError('There is nothing in it to import.', 'Nothing was stored.');
  assertImportable(plan);
  await store(session, plan);
  for (const note of plan.flatMap(({ profile }) => (profile === undefined ? [] : linkNote(storage, profile)))) {
    io.err.write(`${paint(io.err, 'warning', printable(note))}\n`);
  }
  reportImported(io, plan, json);
  if (file !== '-' && !isEncrypted(document.source) && plan.some(({ secrets }) => Object.keys(secrets).length > 0)) {
    io.err.write('The file still holds the secret: delete it once the token works.\n');
  }
}

/** The agent has the vault open; without secrets nobody needs it. */
async function store(session: Session, plan: readonly PlannedProfile[]): Promise<void> {
  const profiles = entriesOf(plan);
  if (profiles.length === 0) return;
  if (profiles.every(({ secrets }) => secrets === undefined)) {
    await (await session.services()).enrolment.addMany(profiles);
    return session.tellAgent();
  }
  await agentFirst<unknown>(session, {
    remote: (agent) => agent.addMany({ profiles }),
    local: ({ enrolment }) => enrolment.addMany(profiles),
    repeatable: false,
  });
}

function isEncrypted(source: string): boolean {
  return source.startsWith('encrypted');
}

function nameGoesWithOne(): UsageError {
  return new UsageError(
    '--name goes with a file of another tool that makes one profile; profiles of an export keep their names.',
    'Import without it, then: tokentray rename NAME NEW-NAME',
  );
}

function isNoProfile(): UsageError {
  return new UsageError(
    'It is a part of a profile, such as its key, and none by itself.',
    'Write a profile file, and give the key as a secret: tokentray add --file profile.json',
  );
}
