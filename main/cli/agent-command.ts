/** `tokentray agent`: keeps tokens fresh and answers the other commands, without a desktop. */
import { Command } from 'commander';
import type { WriteStream } from 'node:tty';
import { agentHint } from './agent-hint.ts';
import { listenForEnd } from './end-signals.ts';
import { variables, withManual } from './manual.ts';
import type { OwnStart } from './own-command.ts';
import { readerLeft } from './reader-left.ts';
import { runAgent } from './run-agent.ts';
import type { AgentServices } from './run-agent.ts';
import type { Session } from './session.ts';
import { terminalScreen, understandsEscapes } from './terminal-screen.ts';

/** What the composition root lends this command. */
export interface AgentHost {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: WriteStream;
  /**
   * Opened to stay: waiting for the database must not hold up the process for more than 50 ms. Once `mayAsk` says no, the
   * terminal is taken and nobody can be asked for a passphrase.
   */
  openServices(mayAsk: () => boolean): AgentServices;
  startDemo(): Promise<AgentDemo>;
}

/** A throw-away data folder with profiles of demo tenants. */
interface AgentDemo {
  readonly services: AgentServices;
  /** Deletes everything, after the services were closed. */
  end(): Promise<void>;
  /** Deletes what can be deleted at once. */
  endNow(): void;
}

export function agentCommand(session: Session, host: AgentHost): Command {
  const command = new Command('agent')
    .option('--demo', 'run against built-in demo tenants, in a folder that is deleted at the end')
    .action(({ demo = false }: { demo?: boolean }) => run(session, host, demo));
  return withManual(command, {
    summary: 'keep tokens fresh until ended, and answer the other commands',
    description:
      'Renews the tokens of all profiles in time and shows how they are doing. While it runs, the other commands ask ' +
      'it, so that a token is obtained once for everybody and the keychain is asked once. One agent runs for each data ' +
      'folder; the tray application is one. Ctrl+C ends it. Into a pipe or a file it writes a line for each change, and ' +
      'ends at the first line that nobody reads any more.\n\n' +
      'With --demo nothing of yours is touched: three profiles of built-in tenants on this machine are renewed, ' +
      'rejected, and interrupted in a folder of their own, with tokens that live for less than a minute.',
    examples: [
      ['tokentray agent', 'Watch the tokens being renewed'],
      ['tokentray agent --demo', 'See all of it work without owning a tenant'],
      ['tokentray agent > agent.log &', 'In the background, with a log of changes'],
    ],
    exitCodes: [7],
    environment: Object.values(variables),
  });
}

async function run(session: Session, host: AgentHost, withDemo: boolean): Promise<void> {
  const { io, clock } = session;
  let demo: AgentDemo | undefined;
  let mayAsk = true;
  const signals = listenForEnd(clock, () => demo?.endNow());
  try {
    if (withDemo) demo = await host.startDemo();
    const services = demo?.services ?? host.openServices(() => mayAsk);
    const start: OwnStart = {
      environment: host.environment,
      home: withDemo || (host.environment['TOKENTRAY_HOME'] ?? '') !== '' ? services.storage.home : undefined,
      platform: process.platform,
      execPath: process.execPath,
      script: process.argv[1] ?? '',
    };
    await runAgent({
      services,
      title: `Tokentray ${services.version}${withDemo ? ' demo' : ''} · ${services.storage.home}`,
      hint: (profiles) => agentHint(profiles, start),
      out: io.out,
      err: io.err,
      screen: io.out.isTerminal && understandsEscapes(host.environment) ? terminalScreen(host.stdout) : undefined,
      ended: Promise.race([signals.ended, readerLeft(host.stdout)]),
      onUnlocked: () => {
        mayAsk = false;
      },
    });
  } finally {
    await demo?.end();
    signals.release();
  }
}
