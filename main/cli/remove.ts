/** `tokentray remove`: deletes a profile with everything that belongs to it. */
import { Command } from 'commander';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import type { SignOutResult } from '../tokens/sign-ins.ts';
import { linkedTo } from '../tokens/token-source.ts';
import { agentFirst } from './backend.ts';
import { failureWords } from './failure.ts';
import { revocationLines } from './logout.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { CliServices, Session } from './session.ts';
import { paint } from './style.ts';

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
      'The server is told first that tokens and session are not used any more, where it has an endpoint for that ' +
      '(RFC 7009); else the token stays valid until it expires. The credential is valid until it is revoked at the ' +
      'server. Profiles that are linked to this one lose their token; they are named.',
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
  const stored = services.stored(name);
  const { id } = stored;
  const dependent = linkedTo(services.storage.profiles, name).map(({ profile }) => profile.name);
  if (dependent.length > 0) warn(session, `${dependent.join(', ')} will have no token: linked to ${name}.`);
  if (!yes && session.io.input.isTerminal && session.io.prompt.isPossible()) await confirm(session, name);
  const result = stored.profile === undefined ? undefined : await tellServer(session, services, stored);
  await services.storage.profiles.remove(id);
  if (services.settings.get('defaultProfile') === id) await services.settings.unset('defaultProfile');
  await session.tellAgent();
  const revoked = result === undefined ? {} : { revoked: result.revoked };
  const linked = dependent.length === 0 ? {} : { linked: dependent };
  session.io.out.write(json ? `${printableJson({ name, ...revoked, ...linked })}\n` : `Removed ${name}.\n`);
}

/** That nobody uses its tokens any more; undefined where there is nothing to tell. Says what went wrong and never rejects. */
async function tellServer(
  session: Session,
  { storage }: CliServices,
  { id, profile }: StoredProfile,
): Promise<SignOutResult | undefined> {
  try {
    const hasToken =
      storage.tokens.facts(id) !== undefined && systemOf(profile).endpoints(profile).revoke !== undefined;
    if (!hasToken && storage.sessions.facts(id) === undefined) return undefined;
    const result = await agentFirst(session, {
      remote: (agent) => agent.signOut({ name: profile.name, forget: false }),
      local: ({ signIns }) => signIns.revoke(id),
      repeatable: true,
    });
    for (const line of revocationLines(result, profile)) warn(session, line);
    return result;
  } catch (thrown) {
    warn(session, `The server was not told. ${failureWords(asTokentrayError(thrown), profile).what}`);
    return { revoked: false };
  }
}

function warn({ io: { err } }: Session, line: string): void {
  err.write(`${paint(err, 'warning', printable(line))}\n`);
}

/** Rejects with `internal.cancelled` unless the answer is yes. */
async function confirm({ io }: Session, name: string): Promise<void> {
  const answer = await io.prompt.line(`Remove ${name} with its secrets and token? [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new TokentrayError('internal.cancelled');
}
