/** How a command line of this program is written for another terminal of the same person. */
import { shellWord } from '../snippets/shell-quote.ts';

/** How this program was started. */
export interface OwnStart {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the data folder; undefined where it is the usual one. */
  readonly home: string | undefined;
  readonly platform: NodeJS.Platform;
  /** Absolute path of Node. */
  readonly execPath: string;
  /** What Node was told to run; the name of the command where a link in the PATH was called. */
  readonly script: string;
}

export interface OwnCommand {
  /** To be joined by blanks: the data folder where it is not the usual one, the program, and the words. */
  readonly line: readonly string[];
  /** True when it works in the present folder only. */
  readonly here: boolean;
}

export function ownCommand(words: readonly string[], start: OwnStart): OwnCommand {
  const npm = start.environment['npm_lifecycle_event'] !== undefined;
  // Not npx: outside the folder it would ask the registry for a package of this name.
  const program = npm ? ['npm', 'run', '-s', 'tokentray', '--'] : directProgram(start);
  return {
    line: [...(start.home === undefined ? [] : [assignment(start.home, start.platform)]), ...program, ...words],
    here: npm,
  };
}

/** A script that was named to Node is in no PATH. On Windows every start looks like that, because of npm's launchers. */
function directProgram({ platform, execPath, script }: OwnStart): readonly string[] {
  return platform === 'win32' || !script.endsWith('.js') ? ['tokentray'] : [shellWord(execPath), shellWord(script)];
}

function assignment(home: string, platform: NodeJS.Platform): string {
  return platform === 'win32'
    ? `$env:TOKENTRAY_HOME = '${home.replaceAll("'", "''")}';`
    : `TOKENTRAY_HOME=${shellWord(home)}`;
}
