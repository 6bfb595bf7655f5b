/** `tokentray doctor`: looks everything over and says in words what it found. */
import { Command } from 'commander';
import { EndsWith } from './ends-with.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, optionalNameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';

export function doctorCommand(session: Session): Command {
  const command = new Command('doctor')
    .addArgument(optionalNameArgument('name of the profile to look at; without it, all of them'))
    .addOption(jsonOption())
    .action((name: string | undefined, { json = false }: { json?: boolean }) => run(session, name, json));
  return withManual(command, {
    summary: 'look everything over, and say what is wrong and what to do',
    description:
      'Looks at the data folder and who may read it, the database, the vault and its keychain, the agent, the ' +
      'certificates that are believed, the proxy and whether it can be reached, the name, TLS and clock of each host ' +
      'that a profile talks to, the ports on which the browser comes back after a sign-in, and the settings of each ' +
      'profile. Hosts are asked by a GET request without token, secret or parameter. The vault is opened, so that a ' +
      'keychain or a passphrase may be asked for; nothing that is stored is changed.',
    examples: [
      ['tokentray doctor', 'Is everything fine'],
      ['tokentray doctor acme-prod', 'The same, with this profile and its hosts alone'],
      ['tokentray doctor --json > report.json', 'A report for a colleague'],
    ],
    sections: [
      {
        title: 'Sending the report',
        text:
          'What is printed may be sent on. It names hosts (and with them tenants), profiles, ports, the version and the\n' +
          'system, and programs that hold a port. It never holds secrets, tokens, client ids, names of users, folders,\n' +
          'passwords of proxies, or words of a server.',
      },
      {
        title: 'Exit codes of the report',
        text: '0  everything is fine, or there are warnings only\n1  there are problems',
      },
    ],
    exitCodes: [3],
    environment: Object.values(variables),
  });
}

async function run(session: Session, name: string | undefined, json: boolean): Promise<void> {
  // Loaded here: it needs much that no other command does.
  const [{ examine }, { reportLines }] = await Promise.all([
    import('./doctor-examine.ts'),
    import('./doctor-lines.ts'),
  ]);
  const report = await examine(session, name);
  const { out } = session.io;
  out.write(json ? `${printableJson(report)}\n` : `${reportLines(report, out).join('\n')}\n`);
  if (report.level === 'problem') throw new EndsWith(1);
}
