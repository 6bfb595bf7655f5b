/** `tokentray import`: stores the profiles of an export, all or none. */
import { Command } from 'commander';
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { parseImport } from '../profiles/transfer.ts';
import { requiredSecrets, validateProfile } from '../systems/validate.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import { linkNote } from '../tokens/link-check.ts';
import { importCredentials, readCredentials } from './import-credentials.ts';
import { readDocument } from './input-file.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { paint } from './style.ts';
import { UsageError } from './usage-error.ts';

interface ImportOptions {
  readonly name?: string;
  readonly json?: boolean;
}

export function importCommand(session: Session): Command {
  const command = new Command('import')
    .argument(
      '<file>',
      'file that `tokentray export` wrote, a single profile, or a credentials.json; - reads standard input',
    )
    .option('--name <name>', 'name of the profile that is made of a credentials.json')
    .addOption(jsonOption())
    .action((file: string, options: ImportOptions) => importFrom(session, file, options));
  return withManual(command, {
    summary: 'add the profiles of an export, or of a credentials file',
    description:
      'Adds every profile of an export, or none: one that is invalid, or whose name is taken, keeps all of them out. ' +
      'An export holds no secrets; the command says which profiles still need theirs.\n\n' +
      'The credentials.json of a NetFoundry API account becomes a profile with its secret, which goes into the vault.',
    examples: [
      ['tokentray import profiles.json', 'Add the profiles that a colleague exported'],
      ['tokentray edit acme-prod --secrets -', 'Then give each its secret'],
      ['tokentray import credentials.json --name acme-nf', 'A NetFoundry API account'],
    ],
    exitCodes: [2, 7],
    environment: [variables.home, variables.keychain, variables.passphrase],
  });
}

async function importFrom(session: Session, file: string, { name, json = false }: ImportOptions): Promise<void> {
  const text = await readDocument(session.io, file);
  const account = readCredentials(text);
  if (account !== undefined) {
    return importCredentials(session, account, { ...(name === undefined ? {} : { name }), file, json });
  }
  if (name !== undefined) {
    throw new UsageError(
      '--name goes with a credentials.json alone; profiles of an export keep their names.',
      'Import without it, then: tokentray rename NAME NEW-NAME',
    );
  }
  await importProfiles(session, validateAll(parse(text, file)), json);
}

async function importProfiles(session: Session, profiles: readonly Profile[], json: boolean): Promise<void> {
  const { out, err } = session.io;
  const { storage } = await session.services();
  await storage.profiles.insert(profiles.map((profile) => ({ profile })));
  await session.tellAgent();
  for (const note of profiles.flatMap((profile) => linkNote(storage, profile))) {
    err.write(`${paint(err, 'warning', printable(note))}\n`);
  }
  const needy = profiles.filter((profile) => requiredSecrets(profile).length > 0).map(({ name }) => name);
  if (json) {
    out.write(`${printableJson({ imported: profiles.map(({ name }) => name), needSecrets: needy })}\n`);
    return;
  }
  out.write(`Imported ${profiles.map(({ name }) => name).join(', ')}.\n`);
  if (needy.length > 0) out.write('Secrets are not part of an export. Enter them:\n');
  for (const name of needy) out.write(`  tokentray edit ${name} --secrets -\n`);
  const personal = profiles.filter(holdsSession);
  if (personal.length > 0) out.write('Nor are sessions. Sign in:\n');
  for (const { name } of personal) out.write(`  tokentray login ${name}\n`);
}

/** Says in which file something is wrong. */
function parse(text: string, file: string): readonly unknown[] {
  try {
    return parseImport(text).profiles;
  } catch (error) {
    if (!(error instanceof TokentrayError) || file === '-') throw error;
    throw new TokentrayError(error.code, { data: { ...error.data, path: file } });
  }
}

/** Collects what is wrong with any of them. Throws `config.profile_invalid` with paths such as `profiles.0.tenant`. */
function validateAll(inputs: readonly unknown[]): readonly Profile[] {
  const issues: Issue[] = [];
  const profiles: Profile[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = inputs.length === 1 ? '' : `profiles.${index}`;
    try {
      const profile = validateProfile(input);
      if (profiles.some(({ name }) => name === profile.name)) {
        issues.push({ path: joined(at, 'name'), message: `The name ${profile.name} stands in the file twice.` });
      }
      profiles.push(profile);
    } catch (error) {
      issues.push(...issuesOf(error, at));
    }
  }
  if (issues.length > 0) throw new TokentrayError('config.profile_invalid', { data: { issues } });
  return profiles;
}

function issuesOf(error: unknown, at: string): readonly Issue[] {
  if (!(error instanceof TokentrayError) || error.code !== 'config.profile_invalid') throw error;
  return (error.data.issues ?? []).map((issue) => Object.assign({ ...issue }, { path: joined(at, issue.path) }));
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}
