/** How a command says that it failed: one line what happened, one line what to do, both on standard error. */
import { issueText } from '../error-texts/issues.ts';
import { asTokentrayError } from '../errors.ts';
import type { ErrorData, TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { describeError } from '../systems/explain.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { paint } from './style.ts';

export interface FailureWords {
  readonly code: string;
  readonly what: string;
  readonly next: string;
  readonly exit: ExitCode;
  readonly oauthError?: string;
  readonly status?: number;
  readonly issues?: ErrorData['issues'];
}

/** The profile lends the failure its vendor's own words. */
export function failureWords(error: Pick<TokentrayError, 'code' | 'data'>, profile?: Profile): FailureWords {
  const { code, data } = error;
  const { issues, ...rest } = data;
  const { what, next } =
    issues === undefined && bringsWords(error) ? error : describeError({ code, data: rest }, profile);
  return {
    code,
    what: printable(what),
    next: printable(next),
    exit: exitCodeOf(code),
    ...(data.oauthError === undefined ? {} : { oauthError: data.oauthError }),
    ...(data.status === undefined ? {} : { status: data.status }),
    ...(issues === undefined || issues.length === 0 ? {} : { issues }),
  };
}

/** Usage errors do, and failures that the agent reported. */
function bringsWords(error: object): error is { readonly what: string; readonly next: string } {
  return 'what' in error && typeof error.what === 'string' && 'next' in error && typeof error.next === 'string';
}

/** Prints anything thrown and returns the exit code that belongs to it. Never prints a stack unless `debug`. */
export async function reportFailure(
  thrown: unknown,
  session: Session,
  { json, debug }: { readonly json: boolean; readonly debug: boolean },
): Promise<ExitCode> {
  const error = asTokentrayError(thrown);
  const { err } = session.io;
  const words = (await isFirstUse(error, session))
    ? { ...failureWords(error), ...noProfiles }
    : failureWords(error, await profileConcerned(error, session));
  if (json) err.write(`${printableJson({ error: words }, 0)}\n`);
  else {
    const issues = (words.issues ?? []).map((issue) => `  ${printable(issueText(issue))}`);
    err.write([paint(err, 'bad', words.what), ...issues, words.next, ''].join('\n'));
  }
  if (debug) err.write(`${(error.stack ?? '').split('\n').map(printable).join('\n')}\n`);
  return words.exit;
}

const noProfiles = {
  what: 'There are no profiles yet.',
  next: 'Add one: tokentray add --file profile.json (see: tokentray add --help)',
};

/** True where a profile was to be named and there is none, so that nothing can be named or chosen. */
async function isFirstUse({ code }: TokentrayError, session: Session): Promise<boolean> {
  if (code !== 'config.no_default_profile') return false;
  try {
    const { profiles } = (await session.services()).storage;
    return profiles.list().length === 0 && profiles.damaged().length === 0;
  } catch {
    return false;
  }
}

async function profileConcerned(error: TokentrayError, session: Session): Promise<Profile | undefined> {
  const name = error.data.profile;
  if (name === undefined || !/^(auth|network)\./.test(error.code)) return undefined;
  try {
    return (await session.services()).storage.profiles.find(name)?.profile;
  } catch {
    return undefined;
  }
}
