/** The whole command line as data: every command with its manual page, and how usage errors are reported. */
import { Command } from 'commander';
import { addCommand } from './add.ts';
import { agentCommand } from './agent-command.ts';
import type { AgentHost } from './agent-command.ts';
import { claimsCommand } from './claims.ts';
import { completionCommand } from './completion.ts';
import { defaultCommand } from './default.ts';
import { doctorCommand } from './doctor.ts';
import { editCommand } from './edit.ts';
import { exitCodeWords } from './exit-code.ts';
import { exportCommand } from './export.ts';
import { helpCommand } from './help-command.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import type { Output } from './io.ts';
import { listCommand } from './list.ts';
import { loginCommand } from './login.ts';
import { logoutCommand } from './logout.ts';
import { logsCommand } from './logs.ts';
import { probeCommand } from './probe.ts';
import { removeCommand } from './remove.ts';
import { renameCommand } from './rename.ts';
import type { Session } from './session.ts';
import { settingsCommand } from './settings.ts';
import { showCommand } from './show.ts';
import { statusCommand } from './status.ts';
import { paint } from './style.ts';
import { tokenCommand } from './token.ts';
import { usageErrorOf } from './usage-error.ts';

const description =
  'Keeps API access tokens fresh for every tenant you work with, and hands them over in one step. ' +
  'Works with the agent running or without it.';

const manual = `
First tenant:
  1. Write acme.json:
     {"name": "acme", "system": "isc", "auth": "client_credentials", "tenant": "acme", "clientId": "…"}
  2. tokentray add --file acme.json          asks for the secret
  3. tokentray token acme                    prints a token

Exit codes:
${Object.entries(exitCodeWords)
  .map(([code, words]) => `  ${code}  ${words}`)
  .join('\n')}

Manual pages:
  tokentray help COMMAND, or tokentray COMMAND --help`;

export function buildProgram(session: Session, host: AgentHost): Command {
  const program = new Command('tokentray')
    .description(description)
    .version(session.version, '-V, --version', 'print the version')
    .addHelpText('after', manual);

  program.commandsGroup('Tokens:');
  for (const command of [
    tokenCommand,
    statusCommand,
    loginCommand,
    logoutCommand,
    claimsCommand,
    probeCommand,
    historyCommand,
  ]) {
    program.addCommand(command(session));
  }
  program.commandsGroup('Profiles:');
  for (const command of [
    addCommand,
    editCommand,
    listCommand,
    showCommand,
    defaultCommand,
    renameCommand,
    removeCommand,
    exportCommand,
    importCommand,
  ]) {
    program.addCommand(command(session));
  }
  program.commandsGroup('Tokentray itself:');
  program
    .addCommand(agentCommand(session, host))
    .addCommand(doctorCommand(session))
    .addCommand(logsCommand(session, host))
    .addCommand(settingsCommand(session))
    .addCommand(completionCommand(session))
    .addCommand(helpCommand());

  configure(program, session);
  return program;
}

/** Output, colours, help and errors, the same for every command. */
function configure(command: Command, session: Session): void {
  const { out, err } = session.io;
  command
    .helpOption('-h, --help', 'show this manual page')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => helpWidth(out),
      getErrHelpWidth: () => helpWidth(err),
      getOutHasColors: () => out.colour,
      getErrHasColors: () => err.colour,
    })
    .configureHelp({
      styleTitle: (title) => paint({ colour: true }, 'strong', title),
      // What stands there is what is typed, and no placeholder.
      optionTerm: ({ flags }) => flags.replace('<->', '-'),
    })
    .exitOverride((error) => {
      throw error.exitCode === 0 || error.code === 'commander.help' ? error : usageErrorOf(error, command);
    });
  for (const child of command.commands) configure(child, session);
}

/** Long lines are hard to read however wide the terminal is. */
function helpWidth({ columns }: Output): number {
  return Math.min(columns ?? 100, 100);
}
