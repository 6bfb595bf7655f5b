/** `tokentray completion`: scripts that let shells complete the command line. */
import { Argument, Command } from 'commander';
import { printedBy } from './completion-output.ts';
import { withManual } from './manual.ts';
import { listedArgument } from './options.ts';
import type { Session } from './session.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

const install = `bash        tokentray completion bash > ~/.local/share/bash-completion/completions/tokentray
            (make the folder first; needs the package bash-completion)
zsh         tokentray completion zsh > ~/.zfunc/_tokentray
            with these lines in ~/.zshrc: fpath+=~/.zfunc; autoload -U compinit; compinit
fish        tokentray completion fish > ~/.config/fish/completions/tokentray.fish
powershell  this line in the file that $PROFILE names:
            tokentray completion powershell | Out-String | Invoke-Expression`;

export function completionCommand(session: Session): Command {
  const command = new Command('completion')
    .addArgument(listedArgument(new Argument('<shell>', 'shell to write the script for'), shells))
    .action(async (shell: string) => session.io.out.write(await completionScript(shell)));
  return withManual(command, {
    summary: 'print a completion script for a shell',
    description:
      'Prints a script that lets a shell complete commands, options, their values and the names of profiles. ' +
      'The shell must find tokentray on its PATH.',
    examples: [['source <(tokentray completion bash)', 'Try it in the shell that is open']],
    sections: [{ title: 'To keep it', text: install }],
    exitCodes: [2],
  });
}

async function completionScript(shell: string): Promise<string> {
  const { script } = await import('@bomb.sh/tab');
  const text = printedBy(() => script(shell, 'tokentray', 'tokentray'));
  if (shell !== 'bash') return text;
  // The script declares read-only variables of a general name, which fails when it is read twice or beside another
  // program's; and it asks for the shell's own file completion without having registered for it.
  // And it evaluates what stands on the line, which runs its substitutions and redirections: the words are passed as they are.
  return text
    .replace(/^ *# Build the command to get completions\n(.*\n)*?(?= *# Get completions from the program\n)/mu, '')
    .replace('local requestComp out directive', 'local out directive')
    .replace(/^readonly /gmu, '')
    .replace(/^complete -F /mu, 'complete -o default -F ')
    .replace('out=$(eval "$requestComp" 2>/dev/null)', 'out=$(tokentray complete -- "${words[@]:1}" 2>/dev/null)');
}
