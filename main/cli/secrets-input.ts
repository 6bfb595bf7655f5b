/** Gets secrets from where they may come from: JSON on standard input, or a prompt without echo. Never from arguments. */
import { Option } from 'commander';
import { TokentrayError } from '../errors.ts';
import { parseJson } from '../profiles/json-text.ts';
import { isPlainObject } from '../profiles/plain-object.ts';
import type { Profile, SecretKind, Secrets } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import { acceptedSecrets, requiredSecrets, secretsExample } from '../systems/required-secrets.ts';
import { exampleOf } from '../systems/validate.ts';
import { checkSecrets } from '../tokens/check-secrets.ts';
import type { CliIo } from './io.ts';
import { readKeyAnswer } from './key-answer.ts';
import { UsageError } from './usage-error.ts';

/** `--secrets -`; refuses anything else without repeating it. */
export function secretsOption(): Option {
  return new Option(
    '--secrets <->',
    'read the secrets as JSON from standard input; on a terminal, ask for them',
  ).argParser((value: string) => {
    if (value === '-') return value;
    throw new UsageError(
      "--secrets takes only -, so that no secret lands in the shell's history or the list of processes.",
      'Give a file on standard input instead: --secrets - < secrets.json',
    );
  });
}

/** The secrets as JSON from standard input. Rejects with `config.secrets_invalid` that quotes nothing. */
export async function readSecrets(io: CliIo, profile: Profile): Promise<Secrets> {
  const secrets = checkSecrets(parse(await io.input.readAll(), profile), profile);
  const missing = requiredSecrets(profile).filter((kind) => secrets[kind] === undefined);
  if (missing.length === 0) return secrets;
  const issues = missing.map((path) => ({
    path,
    message: `Is missing; ${profile.name} needs ${secretsExample(profile)}.`,
  }));
  throw new TokentrayError('config.secrets_invalid', {
    data: { profile: profile.name, ...exampleOf(profile), issues },
  });
}

/** Asks for each secret that the profile needs. Rejects with `internal.cancelled`, and with a UsageError for pasted JSON. */
export async function askSecrets(io: CliIo, profile: Profile): Promise<Secrets> {
  const answers: [SecretKind, unknown][] = [];
  for (const kind of requiredSecrets(profile)) {
    const how = kind === 'privateKeyJwk' ? 'path of its JWK file, or the JWK on one line; not shown' : 'not shown';
    const answer = await io.prompt.secret(`${labelOf(kind, profile)} of ${profile.name} (${how}): `);
    answers.push([kind, await valueOf(io, answer, kind, profile)]);
  }
  return checkSecrets(Object.fromEntries(answers), profile);
}

/** Asks for those that the profile may have; undefined when there is none. Rejects like `askSecrets`. */
export async function askOptionalSecrets(io: CliIo, profile: Profile): Promise<Secrets | undefined> {
  const answers: [SecretKind, unknown][] = [];
  for (const kind of acceptedSecrets(profile)) {
    const answer = await io.prompt.secret(
      `${labelOf(kind, profile)} of ${profile.name}, if there is one (not shown; Enter leaves it out): `,
    );
    if (answer.trim() !== '') answers.push([kind, await valueOf(io, answer, kind, profile)]);
  }
  return answers.length === 0 ? undefined : checkSecrets(Object.fromEntries(answers), profile);
}

async function valueOf(io: CliIo, answer: string, kind: SecretKind, profile: Profile): Promise<unknown> {
  return kind === 'privateKeyJwk' ? readKeyAnswer(io, answer) : textOf(answer, kind, profile);
}

/** JSON that belongs on standard input would be stored, and sent, as if it were the secret. */
function textOf(answer: string, kind: SecretKind, profile: Profile): string {
  const text = answer.trim();
  if (!beginsAnObject(text)) return text;
  throw new UsageError(
    `This is JSON, not the ${labelOf(kind, profile).toLowerCase()} alone; nothing was stored.`,
    'Run the command again and paste only the text between the quotes, or give the JSON on standard input: --secrets - < secrets.json',
  );
}

/** A prompt reads one line: of JSON on several lines it gets the brace. */
function beginsAnObject(text: string): boolean {
  if (text === '{') return true;
  const json = parseJson(text);
  return 'value' in json && isPlainObject(json.value);
}

/** For a command that needs secrets where nobody can be asked. */
export function secretsNeeded(profile: Profile, command: string): UsageError {
  const labels = requiredSecrets(profile).map((kind) => labelOf(kind, profile).toLowerCase());
  return new UsageError(
    `${profile.name} needs its ${labels.join(' and ')}, and there is no terminal to ask on.`,
    `Give it as JSON, ${secretsExample(profile)}, on standard input: ${command} --secrets - < secrets.json`,
  );
}

export function oneStandardInput(): UsageError {
  return new UsageError(
    'Standard input cannot hold both the profile and the secrets.',
    'Give the profile as a file: --file profile.json --secrets - < secrets.json',
  );
}

function labelOf(kind: SecretKind, profile: Profile): string {
  const field = systemOf(profile)
    .fields(profile.auth)
    .find(({ secret }) => secret === kind);
  return field?.label ?? kind;
}

function parse(text: string, profile: Profile): unknown {
  const json = parseJson(text);
  if ('value' in json) return json.value;
  throw new TokentrayError('config.secrets_invalid', {
    data: { profile: profile.name, ...exampleOf(profile), detail: `they are no JSON: ${json.problem}` },
  });
}
