/** `tokentray show`: everything that is known about one profile, except its secrets and its token. */
import { Command } from 'commander';
import { postmanOAuth } from '../snippets/postman-oauth.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { shownLines } from './show-lines.ts';
import { statusOfAll } from './status.ts';
import { statusJson } from './status-json.ts';
import { systemLinks } from './system-links.ts';

export function showCommand(session: Session): Command {
  const command = new Command('show')
    .addArgument(nameArgument())
    .addOption(jsonOption())
    .action((name: string, { json = false }: { json?: boolean }) => show(session, name, json));
  return withManual(command, {
    summary: 'show a profile and its state, without secrets',
    description:
      'Shows what a profile says, how its token is doing, and the pages of its system that you may need. Secrets and the ' +
      'token are never shown, only whether secrets are stored and the one host that they may be sent to.',
    examples: [
      ['tokentray show acme-prod', 'One profile'],
      ['tokentray show acme-prod --json | jq .profile.clientId', 'One of its fields'],
    ],
    exitCodes: [3],
    environment: [variables.home],
  });
}

async function show(session: Session, name: string, json: boolean): Promise<void> {
  const services = await session.services();
  const stored = services.profile(name);
  const origin = services.storage.profiles.secretsOrigin(stored.id);
  const found = (await statusOfAll(session)).find(({ status }) => status.id === stored.id);
  const isSignedIn = services.storage.sessions.facts(stored.id) !== undefined;
  const nowMs = session.clock.now();
  session.io.out.write(
    json
      ? `${printableJson({
          profile: stored.profile,
          secrets: { stored: origin !== undefined, boundTo: origin ?? null },
          status: found === undefined ? null : statusJson(found.status, found.words, nowMs),
          links: systemLinks(stored.profile),
          postmanOAuth: postmanOAuth(stored.profile) ?? null,
        })}\n`
      : `${shownLines({ profile: stored.profile, origin, found, isSignedIn, nowMs }, session.io.out).join('\n')}\n`,
  );
}
