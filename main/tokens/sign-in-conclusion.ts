/** The end of a sign-in, whichever way it went: the answer is judged, stored, or given back to the server. */
import { asTokentrayError } from '../errors.ts';
import { identityNote } from '../systems/identity.ts';
import { identityMismatch } from '../systems/token-identity.ts';
import type { Attempt } from './sign-in-attempt.ts';
import type { SignInClient, SignInParts } from './sign-in-client.ts';
import { readResult, storeResult } from './sign-in-result.ts';
import type { SignInAnswer, SignInResult } from './sign-in-result.ts';
import { revokeTokens } from './sign-in-revocation.ts';
import type { LivingTokens } from './sign-in-revocation.ts';

/** Asks the server for the token; the options are for the grant's client. */
export type AskForToken = (options: {
  readonly signal: AbortSignal;
  readonly keepRefreshToken: (refreshToken: string) => Promise<void>;
}) => Promise<SignInAnswer>;

/** How long an answer that is on its way is waited for when the attempt has ended: whoever quits does not wait for more. */
const lateAnswerMs = 5_000;

/**
 * Resolves when the attempt has ended, or waits for the person's word on whose session it is; never rejects. A session
 * that is not taken, for whatever reason, is revoked where the server offers that.
 */
export async function conclude(
  parts: SignInParts,
  client: SignInClient,
  attempt: Attempt,
  ask: AskForToken,
): Promise<void> {
  const tooLate = new AbortController();
  const judged = judge(parts, client, attempt, (keepRefreshToken) => ask({ signal: tooLate.signal, keepRefreshToken }));
  // To drop a request is not to undo it: the server may have begun a session that nobody else could end.
  attempt.whenEnded(async () => {
    const timer = parts.clock.setTimer(lateAnswerMs, () => tooLate.abort());
    await judged;
    timer.cancel();
  });
  await judged;
}

async function judge(
  parts: SignInParts,
  client: SignInClient,
  attempt: Attempt,
  ask: (keepRefreshToken: (refreshToken: string) => Promise<void>) => Promise<SignInAnswer>,
): Promise<void> {
  let living: LivingTokens = {};
  const giveBack = async (): Promise<void> => {
    if (living.refreshToken === undefined && living.accessToken === undefined) return;
    await revokeTokens(parts.http, client, living);
  };
  try {
    const answer = await ask(async (refreshToken) => {
      living = { refreshToken };
    });
    living = { accessToken: answer.accessToken, refreshToken: answer.refreshToken };
    const result = readResult(client, answer);
    const mismatch = identityMismatch(client.profile, result.token.record.identity);
    if (attempt.signal.aborted) return await giveBack();
    if (mismatch === undefined) return await take(parts, client, attempt, result);
    attempt.whenEnded(async () => {
      if (attempt.state().kind !== 'done') await giveBack();
    });
    attempt.restartTimer();
    attempt.become({ kind: 'other-user', ...mismatch }, { accept: () => accept(parts, client, attempt, result) });
  } catch (thrown) {
    attempt.fail(asTokentrayError(thrown));
    await giveBack();
  }
}

async function accept(parts: SignInParts, client: SignInClient, attempt: Attempt, result: SignInResult): Promise<void> {
  try {
    await take(parts, client, attempt, result);
  } catch (thrown) {
    attempt.fail(asTokentrayError(thrown));
  }
}

async function take(
  { storage }: SignInParts,
  client: SignInClient,
  attempt: Attempt,
  result: SignInResult,
): Promise<void> {
  attempt.become({ kind: 'finishing' }, { cancel: false });
  await storeResult(storage, client, result);
  const { identity } = result.token.record;
  const notes = [identityNote(client.profile, identity), result.session === undefined ? noSession : undefined];
  const note = notes.filter((known) => known !== undefined).join(' ');
  attempt.become({
    kind: 'done',
    ...(identity === undefined ? {} : { identity }),
    ...(note === '' ? {} : { note }),
  });
}

const noSession =
  'The server gave no refresh token: when this token has run out, somebody has to sign in again. Where the client can be set up for refresh tokens, or a scope such as offline_access asks for one, that spares it.';
