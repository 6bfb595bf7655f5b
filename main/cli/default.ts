/** `tokentray default`: shows or chooses the profile that commands without a name use. */
import { Command } from 'commander';
import { variables, withManual } from './manual.ts';
import { jsonOption, optionalNameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';

export function defaultCommand(session: Session): Command {
  const command = new Command('default')
    .addArgument(optionalNameArgument('profile that becomes the default; without it, the present one is shown'))
    .addOption(jsonOption())
    .action((name: string | undefined, { json = false }: { json?: boolean }) => showOrSet(session, name, json));
  return withManual(command, {
    summary: 'show or choose the default profile',
    description:
      'Commands that are given no name use the default profile. ' +
      'A profile that is the only one is the default without being chosen.',
    examples: [
      ['tokentray default', 'The default profile'],
      ['tokentray default acme-prod', 'Choose another one'],
    ],
    exitCodes: [3],
    environment: [variables.home],
  });
}

async function showOrSet(session: Session, name: string | undefined, json: boolean): Promise<void> {
  const services = await session.services();
  const { id, profile } = services.profile(name);
  if (name !== undefined) {
    await services.settings.set('defaultProfile', id);
    await session.tellAgent();
  }
  session.io.out.write(json ? `${printableJson({ name: profile.name })}\n` : `${profile.name}\n`);
}
