/** `tokentray logs`: what the agent and the tray application did. */
import { Command, Option } from 'commander';
import { logFolder, readLogLines } from '../log/log-files.ts';
import { isWanted, logLevels } from '../log/log-event.ts';
import type { LogLevel } from '../log/log-event.ts';
import { readLogLine } from '../log/log-line.ts';
import type { AgentHost } from './agent-command.ts';
import { followLog } from './follow-log.ts';
import { logEntryLine } from './log-words.ts';
import { variables, withManual } from './manual.ts';
import { choiceOption, jsonOption } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';

interface LogsOptions {
  readonly follow?: boolean;
  readonly level: LogLevel;
  readonly json?: boolean;
}

export function logsCommand(session: Session, host: AgentHost): Command {
  const command = new Command('logs')
    .option('-f, --follow', 'go on with what is written from now on, until Ctrl+C')
    .addOption(
      choiceOption(new Option('--level <level>', 'nothing that matters less than this'), logLevels).default('debug'),
    )
    .addOption(jsonOption())
    .action((options: LogsOptions) => run(session, host, options));
  return withManual(command, {
    summary: 'show what the agent and the tray application did',
    description:
      'Prints the log that the agent and the tray application keep: their start and end, tokens obtained and failures, ' +
      'sign-ins, and the vault. It names profiles, hosts and kinds of failures; secrets, tokens and words of servers ' +
      'are never in it. The files are in the folder logs of the data folder, three of at most 1 MiB. How much is ' +
      'written says the setting logLevel. With --json each line is a JSON object.',
    examples: [
      ['tokentray logs', 'Everything there is, oldest first'],
      ['tokentray logs --level warn', 'Failures alone'],
      ['tokentray logs --follow', 'Watch what happens'],
      ['tokentray settings set logLevel debug', 'Have more written from now on'],
    ],
    exitCodes: [2],
    environment: [variables.home],
  });
}

async function run(
  session: Session,
  host: AgentHost,
  { follow = false, level, json = false }: LogsOptions,
): Promise<void> {
  const { io, clock } = session;
  const home = session.home();
  const print = (lines: readonly string[]) => {
    const entries = lines.map(readLogLine).filter((entry) => entry !== undefined && isWanted(entry.level, level));
    const shown = entries.map((entry) => {
      if (entry === undefined) return '';
      const { facts, ...head } = entry;
      return json ? printableJson({ ...head, ...facts }, 0) : logEntryLine(entry, io.out);
    });
    if (shown.length > 0) io.out.write(`${shown.join('\n')}\n`);
  };
  if (follow) return followLog({ home, clock, stdout: host.stdout, print });
  const lines = readLogLines(home);
  print(lines);
  if (lines.length === 0) io.err.write(`Nothing was logged yet in ${logFolder(home)}.\n`);
}
