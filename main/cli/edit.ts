/** `tokentray edit`: changes a profile, its secrets, or both; tested first, swapped at once. */
import { Command } from 'commander';
import type { EditRequest, EnrolReply } from '../agent/protocol.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile, Secrets } from '../profiles/profile.ts';
import { readable } from '../storage/maybe-damaged.ts';
import { acceptedSecrets, requiredSecrets } from '../systems/required-secrets.ts';
import { validateProfile } from '../systems/validate.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import { agentFirst } from './backend.ts';
import { reportEnrolled } from './enrolled.ts';
import { failureWords } from './failure.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { readProfileFile } from './profile-file.ts';
import {
  askOptionalSecrets,
  askSecrets,
  oneStandardInput,
  readSecrets,
  secretsNeeded,
  secretsOption,
} from './secrets-input.ts';
import type { Session } from './session.ts';
import { ErrorInWords, UsageError } from './usage-error.ts';

interface EditOptions {
  readonly file?: string;
  readonly secrets?: '-';
  readonly test: boolean;
  readonly json?: boolean;
}

export function editCommand(session: Session): Command {
  const command = new Command('edit')
    .addArgument(nameArgument())
    .option('--file <profile.json>', 'the profile as it shall be, whole; - reads it from standard input')
    .addOption(secretsOption())
    .option('--no-test', 'store without asking the server for a token first')
    .addOption(jsonOption())
    .action((name: string, options: EditOptions) => edit(session, name, options));
  return withManual(command, {
    summary: 'change a profile or its secrets',
    description:
      'Replaces the profile, the secrets, or both. What would change the token request is tried first with a real one; ' +
      'if the server refuses, everything stays as it was, and the old token keeps working. ' +
      'A secret is bound to the host it was entered for: when the new profile would send it elsewhere, nothing is sent, ' +
      'and the secret has to be entered again.',
    examples: [
      ['tokentray edit acme-prod --secrets -', 'Replace the secret: asked for on a terminal, read as JSON in a script'],
      [
        'tokentray export acme-prod > p.json && vi p.json && tokentray edit acme-prod --file p.json',
        'Change the profile',
      ],
      ['tokentray edit acme-prod --file p.json --secrets -', 'A replaced personal access token: new id and new secret'],
    ],
    exitCodes: [2, 3, 4, 5, 6, 7],
    environment: Object.values(variables),
  });
}

async function edit(session: Session, name: string, options: EditOptions): Promise<void> {
  const { file, secrets: source, test, json = false } = options;
  if (file === undefined && source === undefined) throw nothingToChange();
  if (file === '-' && source === '-') throw oneStandardInput();
  const services = await session.services();
  const stored = services.stored(name);
  const edited = file === undefined ? undefined : validateProfile(await readProfileFile(session.io, file));
  const profile = edited ?? readable(stored).profile;
  const secrets = source === undefined ? undefined : await newSecrets(session, profile, name);
  const request: EditRequest = {
    // A secret goes with the profile that the person saw, whatever another process makes of it meanwhile.
    ...(edited === undefined && secrets === undefined ? {} : { profile }),
    ...(secrets === undefined ? {} : { secrets }),
    test,
  };
  const reply = await sendBinding(session, name, profile, request);
  const boundTo = services.storage.profiles.secretsOrigin(stored.id);
  // As it is stored now, with the endpoints that were found for it.
  const staysBehind = boundTo !== undefined && needsSecretFor(readable(services.stored(reply.name)).profile, boundTo);
  reportEnrolled(session.io, staysBehind ? withRebindHint(reply) : reply, json, `Changed ${reply.name}.`);
}

/** True where the profile needs a secret, and the stored one, which is bound to `boundTo`, does not go to its host. */
function needsSecretFor(profile: Profile, boundTo: string): boolean {
  return requiredSecrets(profile).length > 0 && tokenOrigin(profile) !== boundTo;
}

/** Without a test nothing was sent, and nothing failed that would have told of it. */
function withRebindHint(reply: EnrolReply): EnrolReply {
  const hint = `The secret was entered for another host; enter it again for the new one: tokentray edit ${reply.name} --secrets -`;
  return { ...reply, warnings: [...reply.warnings, hint] };
}

async function newSecrets({ io }: Session, profile: Profile, name: string): Promise<Secrets> {
  if (!io.input.isTerminal) return readSecrets(io, profile);
  if (acceptedSecrets(profile).length === 0) {
    throw new UsageError(`${name} needs no secret.`, `See: tokentray show ${name}`);
  }
  if (!io.prompt.isPossible()) throw secretsNeeded(profile, `tokentray edit ${name}`);
  if (requiredSecrets(profile).length > 0) return askSecrets(io, profile);
  const secrets = await askOptionalSecrets(io, profile);
  if (secrets === undefined) throw nothingToChange();
  return secrets;
}

/** Where the secret must be entered again for another host, a person at the terminal is asked for it there and then. */
async function sendBinding(
  session: Session,
  name: string,
  profile: Profile,
  request: EditRequest,
): Promise<EnrolReply> {
  const { io } = session;
  try {
    return await send(session, name, profile, request);
  } catch (error) {
    if (!(error instanceof TokentrayError) || error.code !== 'auth.secret_rebind') throw error;
    if (!io.input.isTerminal || !io.prompt.isPossible()) throw rebindWords(error, name, profile);
    io.err.write('The secret was entered for another host. Nothing was sent; enter it again for the new one.\n');
    return send(session, name, profile, { ...request, secrets: await askSecrets(io, profile) });
  }
}

/** The secret has to come together with the profile: what is stored was not changed. */
function rebindWords(error: TokentrayError, name: string, profile: Profile): ErrorInWords {
  return new ErrorInWords(error.code, error.data, {
    what: failureWords(error, profile).what,
    next: `If the new host is right, give the secret with the profile: tokentray edit ${name} --file profile.json --secrets - < secrets.json`,
  });
}

async function send(session: Session, name: string, profile: Profile, request: EditRequest): Promise<EnrolReply> {
  try {
    return await agentFirst(session, {
      remote: (agent) => agent.edit(name, request),
      local: ({ enrolment }) => enrolment.edit(name, request),
      repeatable: false,
    });
  } catch (error) {
    throw error instanceof TokentrayError && leavesAll(error) ? unchangedWords(error, profile) : error;
  }
}

/** A test or a transaction failed. What is invalid says so itself; what an agent did before it was lost, nobody knows. */
function leavesAll({ code }: TokentrayError): boolean {
  return /^(auth|network|storage)\./.test(code);
}

function unchangedWords(error: TokentrayError, profile: Profile): ErrorInWords {
  const { what, next } = failureWords(error, profile);
  const unchanged = 'Nothing was changed: the profile, its secret and its token stay as they were.';
  return new ErrorInWords(error.code, error.data, { what: `${what} ${unchanged}`, next });
}

function nothingToChange(): UsageError {
  return new UsageError(
    'Nothing to change was given.',
    'Give --file profile.json for the profile, --secrets - for its secrets, or both; see: tokentray edit --help',
  );
}
