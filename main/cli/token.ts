/** `tokentray token`: prints a token that lives long enough, and nothing else. */
import { Command, Option } from 'commander';
import type { TokenAsk } from '../agent/token-ask.ts';
import { tokenReply, tokenWarning } from '../agent/token-reply.ts';
import { renderSnippet, snippetKinds } from '../snippets/snippet.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import type { TokenResult } from '../tokens/tokens.ts';
import { agentFirst } from './backend.ts';
import { variables, withManual } from './manual.ts';
import { choiceOption, jsonOption, optionalNameArgument, scopeOption, secondsOption } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { CliServices, Session } from './session.ts';
import { paint } from './style.ts';

interface TokenOptions {
  readonly minValid?: number;
  readonly force?: boolean;
  readonly scope?: string;
  readonly as?: SnippetKind;
  readonly literal?: boolean;
  readonly json?: boolean;
}

export function tokenCommand(session: Session): Command {
  const command = new Command('token')
    .addArgument(optionalNameArgument())
    .addOption(secondsOption(new Option('--min-valid <seconds>', 'wanted remaining life (default: 60)')))
    .option('--force', 'get a new token even when the stored one would do, also for a profile that has stopped')
    .addOption(scopeOption())
    .addOption(choiceOption(new Option('--as <form>', 'how to print it').conflicts('json'), snippetKinds))
    .option('--literal', 'with --as curl, powershell and env: put the token itself instead of $(tokentray token NAME)')
    .addOption(jsonOption())
    .action((name: string | undefined, options: TokenOptions) => token(session, name, options));
  return withManual(command, {
    summary: 'print a token, renewing it first if it must',
    description:
      'Prints an access token with at least the wanted seconds left, and nothing else on standard output. ' +
      'The stored token is used while it lives long enough; otherwise one request is made, however many ask at once. ' +
      'If even the new token lives shorter than wanted, it is printed with a warning on standard error.',
    examples: [
      [
        'curl -H "Authorization: Bearer $(tokentray token acme-prod)" https://acme.api.identitynow.com/v3/accounts',
        'Call an API',
      ],
      ['tokentray token acme-prod --min-valid 600', 'For a job that runs up to ten minutes'],
      ['tokentray token billing --scope read', 'A token that may do less'],
      ['eval "$(tokentray token acme-prod --as env)"', "Set the variable that the vendor's scripts read"],
      ['tokentray token acme-prod --json | jq .remainingSeconds', 'With what is known about it'],
    ],
    sections: [{ title: 'Forms of --as', text: forms }],
    exitCodes: [2, 3, 4, 5, 6, 7],
    environment: Object.values(variables),
  });
}

const forms = `raw         the token or API key (default)
header      the header that the API takes it in; some take two
curl        a curl command for a cheap request of this system
powershell  the same with Invoke-RestMethod
http        the same for a .http file (REST Client of VS Code, JetBrains)
postman     an environment to import into Postman
env         a command that sets an environment variable, for eval; on failure one that fails, too
curl and env are for POSIX shells (sh, bash, zsh), powershell is for PowerShell. They hold
$(tokentray token NAME), with the --scope and --min-valid that were given, so that they outlive
the token and keep it out of the shell's history; --literal puts the token itself. The other forms
cannot run a command and always hold the token: take a new one when it has run out, and keep such
files out of repositories.`;

async function token(session: Session, name: string | undefined, options: TokenOptions): Promise<void> {
  const { out, err } = session.io;
  const { json = false, minValid, ...rest } = options;
  const ask: TokenAsk = {
    ...rest,
    ...(name === undefined ? {} : { name }),
    ...(minValid === undefined ? {} : { minValidSeconds: minValid }),
  };
  const { text, warning } = await (json ? asJson(session, ask) : asText(session, ask));
  if (warning !== undefined) err.write(`${paint(err, 'warning', printable(warning))}\n`);
  out.write(text);
}

interface Printed {
  readonly text: string;
  readonly warning?: string | undefined;
}

async function asJson(session: Session, ask: TokenAsk): Promise<Printed> {
  const reply = await agentFirst(session, {
    remote: (agent) => agent.tokenJson(ask),
    local: async (services) => tokenReply(await obtain(services, ask)),
    repeatable: true,
  });
  return { text: `${printableJson(reply)}\n`, warning: reply.warning };
}

function asText(session: Session, ask: TokenAsk): Promise<Printed> {
  return agentFirst<Printed>(session, {
    remote: (agent) => agent.token(ask),
    local: async (services) => {
      const result = await obtain(services, ask);
      const { profile } = result.profile;
      const input = { profile, token: result.token, literal: ask.literal === true, wishes: ask };
      return { text: `${renderSnippet(formOf(ask), input)}\n`, warning: tokenWarning(result) };
    },
    repeatable: true,
  });
}

function formOf({ as }: TokenAsk): SnippetKind {
  return snippetKinds.find((kind) => kind === as) ?? 'raw';
}

/** Whoever asks by command line counts as a script. */
async function obtain(services: CliServices, { name, minValidSeconds, force, scope }: TokenAsk): Promise<TokenResult> {
  const { id } = services.profile(name);
  const result = await services.engine.token(id, {
    ...(minValidSeconds === undefined ? {} : { minValidMs: minValidSeconds * 1_000 }),
    ...(force === undefined ? {} : { force }),
    ...(scope === undefined ? {} : { scope }),
  });
  services.storage.history.append(id, { what: 'given' });
  return result;
}
