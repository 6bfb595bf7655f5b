/** `tokentray logout`: ends a session, at the server where it can be told, and here in any case. */
import { Command } from 'commander';
import type { Profile } from '../profiles/profile.ts';
import type { SignOutResult } from '../tokens/sign-ins.ts';
import { agentFirst } from './backend.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { assertSignsIn } from './signs-in.ts';
import { paint } from './style.ts';
import { systemLinks } from './system-links.ts';

export function logoutCommand(session: Session): Command {
  const command = new Command('logout')
    .addArgument(nameArgument())
    .addOption(jsonOption())
    .action((name: string, { json = false }: { json?: boolean }) => logout(session, name, json));
  return withManual(command, {
    summary: 'end the session of a profile that somebody signed in to',
    description:
      'Tells the server that the session has ended, where it has an endpoint for that (RFC 7009), and forgets the refresh ' +
      'token and the access token here. The profile and its secrets stay. Where the server could not be told, the ' +
      'command says so, and where to sign out of it. The browser may still be signed in.',
    examples: [['tokentray logout acme-jane', 'Sign out of acme-jane']],
    exitCodes: [2, 3, 7],
    environment: [variables.home, variables.passphrase, variables.proxy, variables.trust],
  });
}

async function logout(session: Session, name: string, json: boolean): Promise<void> {
  const services = await session.services();
  const { id, profile } = services.profile(name);
  assertSignsIn(profile, 'sign out');
  const result = await agentFirst(session, {
    remote: (agent) => agent.signOut({ name }),
    local: ({ signIns }) => signIns.signOut(id),
    repeatable: true,
  });
  const { out, err } = session.io;
  if (json) {
    out.write(`${printableJson({ name, ...result })}\n`);
    return;
  }
  out.write(`Signed out of ${name}${result.revoked ? ', here and at the server' : ''}.\n`);
  for (const line of revocationLines(result, profile)) err.write(`${paint(err, 'warning', printable(line))}\n`);
}

/** What a person should know where the server was not told, and where they can tell it themselves. */
export function revocationLines({ revoked, warning }: SignOutResult, profile: Profile): readonly string[] {
  // Without a word there was nothing that the server could have been told.
  if (warning === undefined) return [];
  const page = revoked ? undefined : systemLinks(profile).find(({ id }) => id === 'sign-out')?.url;
  return page === undefined || warning.includes(page) ? [warning] : [warning, `Sign out of it in the browser: ${page}`];
}
