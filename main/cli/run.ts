/** Runs one command line: parses it, does what it says, and turns every failure into words and an exit code. */
import { CommanderError } from 'commander';
import type { AgentHost } from './agent-command.ts';
import { EndsWith } from './ends-with.ts';
import type { ExitCode } from './exit-code.ts';
import { reportFailure } from './failure.ts';
import { buildProgram } from './program.ts';
import type { Session } from './session.ts';

export interface RunParts {
  readonly session: Session;
  readonly host: AgentHost;
  /** Prints stacks of failures. */
  readonly debug: boolean;
}

/** `argv` begins after the program's name. Never rejects; closes the session. */
export async function runCommandLine(argv: readonly string[], parts: RunParts): Promise<ExitCode> {
  const { session, debug } = parts;
  try {
    const code = await run(argv, parts);
    await session.io.out.flushed();
    return code;
  } catch (thrown) {
    const code = await reportFailure(thrown, session, { json: asksForJson(argv), debug });
    // It is evaluated, and to a shell nothing at all is a success.
    if (asksForEnv(argv)) session.io.out.write(`(exit ${code})\n`);
    return code;
  } finally {
    await session.close();
  }
}

async function run(argv: readonly string[], { session, host }: RunParts): Promise<ExitCode> {
  const program = buildProgram(session, host);
  if (argv[0] === 'complete' && argv[1] === '--') {
    const { answerCompletion } = await import('./completion-answer.ts');
    await answerCompletion(program, session, argv.slice(2));
    return 0;
  }
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof EndsWith) return error.exitCode;
    // Help or the version was printed. A group of commands prints its help too when no command follows: wrong usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Looked up before parsing, so that a mistyped command line fails in JSON too. */
function asksForJson(argv: readonly string[]): boolean {
  return optionsOf(argv).includes('--json');
}

/** Looked up before parsing, too. */
function asksForEnv(argv: readonly string[]): boolean {
  return /(?:^| )--as[= ]env(?: |$)/.test(optionsOf(argv).join(' '));
}

function optionsOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end);
}
