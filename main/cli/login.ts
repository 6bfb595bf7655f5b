/** `tokentray login`: lets a person sign in, in a browser of their choice. */
import { Command, Option } from 'commander';
import { isoInstant } from '../clock.ts';
import type { SignInState } from '../tokens/sign-ins.ts';
import { agentFirst } from './backend.ts';
import { listenForEnd } from './end-signals.ts';
import { followSignIn } from './follow-sign-in.ts';
import type { Attempt } from './follow-sign-in.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument, secondsOption } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { CliServices, Session } from './session.ts';
import { doneWords } from './sign-in-words.ts';
import { assertSignsIn } from './signs-in.ts';
import { paint } from './style.ts';
import { UsageError } from './usage-error.ts';

interface LoginOptions {
  readonly browser: boolean;
  readonly timeout?: number;
  readonly acceptUser?: boolean;
  readonly json?: boolean;
}

export function loginCommand(session: Session): Command {
  const command = new Command('login')
    .addArgument(nameArgument())
    .option('--no-browser', 'open no browser: print the address alone on standard output, and wait')
    .addOption(secondsOption(new Option('--timeout <seconds>', 'how long to wait for the sign-in (default: 300)')))
    .option('--accept-user', 'take the session also when it is for another user than the profile expects')
    .addOption(jsonOption())
    .action((name: string, options: LoginOptions) => login(session, name, options));
  return withManual(command, {
    summary: 'sign in, for a profile whose token a person obtains',
    description:
      'Opens the sign-in page of the server in your browser and waits for its end. The server sends the browser back to ' +
      'this computer, and the command takes the session from there; while the agent runs, the agent does. Where the ' +
      'browser cannot come back (another machine, a container, a redirect address with https), the address that it ' +
      'shows at the end can be pasted, or written to standard input; a wrong one does no harm. With a device code the ' +
      'code is shown beside the address. Ctrl+C cancels the sign-in, and nothing is changed.',
    examples: [
      ['tokentray login acme-jane', 'Sign in with the browser'],
      ['tokentray login acme-jane --no-browser', 'Show the address, to be opened in a private window or elsewhere'],
      ['tokentray login acme-jane --no-browser < /dev/null', 'In a script, whose own input is not to be read'],
    ],
    exitCodes: [2, 3, 4, 5, 6, 7],
    environment: Object.values(variables),
  });
}

async function login(session: Session, name: string, options: LoginOptions): Promise<void> {
  const services = await session.services();
  const { id, profile } = services.profile(name);
  assertSignsIn(profile, 'sign in');
  const { timeout, browser, acceptUser = false, json = false } = options;
  const wanted = timeout === undefined ? {} : { timeoutMs: timeoutMs(timeout) };
  const attempt = await agentFirst<Attempt>(session, {
    remote: (agent) => agent.signIn(name, wanted),
    async local({ storage, signIns }) {
      // Before the person signs in for nothing, and before their keys are read for something else than a passphrase.
      await storage.vault.unlock();
      return signIns.start(id, wanted);
    },
    repeatable: true,
  });
  const signals = listenForEnd(session.clock, () => undefined);
  void signals.ended.then(() => attempt.cancel());
  try {
    const done = await followSignIn(session, attempt, { profile, browser, acceptUser });
    report(session, services, { id, name }, done, { json, toOut: browser || json });
  } finally {
    signals.release();
  }
}

function report(
  { io, clock }: Session,
  services: CliServices,
  { id, name }: { readonly id: string; readonly name: string },
  { identity = {}, note }: Extract<SignInState, { kind: 'done' }>,
  { json, toOut }: { readonly json: boolean; readonly toOut: boolean },
): void {
  const endsAtMs = services.status().find((status) => status.id === id)?.sessionEndsAtMs ?? null;
  if (note !== undefined) io.err.write(`${paint(io.err, 'warning', printable(note))}\n`);
  const text = json
    ? printableJson({ name, identity, sessionEndsAt: endsAtMs === null ? null : isoInstant(endsAtMs) })
    : printable(doneWords(name, identity, endsAtMs, clock.now()));
  (toOut ? io.out : io.err).write(`${text}\n`);
}

function timeoutMs(seconds: number): number {
  if (seconds > 0 && seconds <= 86_400) return seconds * 1_000;
  throw new UsageError('--timeout takes from one second to a day.', 'For example: --timeout 300');
}
