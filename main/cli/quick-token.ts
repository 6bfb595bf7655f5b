/**
 * Hands over a token that is there already, in a fraction of the time that the full program takes to load.
 *
 * It never makes anybody contact a server: an agent is asked for what it has stored (`cached=1`), and without an agent the
 * stored token is unsealed here. Whenever that is not enough, or anything is unusual, it prints nothing and the full program
 * does the whole work, so that a request is made once and a failure is told in one place. Only a keychain that was asked in
 * vain is not asked again: that may have been a person at a prompt.
 */
import { tokenTarget } from '../agent/token-ask.ts';
import { headerOf } from '../agent/http-answer.ts';
import type { HttpAnswer } from '../agent/http-answer.ts';
import { ask } from '../agent/http-over-socket.ts';
import { socketPath } from '../agent/socket-path.ts';
import { TokentrayError } from '../errors.ts';
import { useCompileCache } from './compile-cache.ts';
import { parseQuickAsk } from './quick-ask.ts';

/** An agent has a stored token at once, unless it must first ask for its keychain: the full program can wait for that. */
const agentTimeoutMs = 300;

/** The text to print; undefined: this is work for the full program. Rejects with `storage.keychain_*` alone. */
export async function quickToken(
  argv: readonly string[],
  home: string,
  passphrase: string | undefined,
): Promise<string | undefined> {
  const wanted = parseQuickAsk(argv);
  if (wanted === undefined) return undefined;
  try {
    const path = socketPath(home, process.platform);
    const target = tokenTarget({ ...wanted, cached: true });
    const answer = await ask(path, { method: 'GET', target, idleMs: agentTimeoutMs });
    if (answer !== undefined) return isAll(answer) ? answer.body : undefined;
    useCompileCache(home);
    const { storedToken } = await import('./stored-token.ts');
    return await storedToken(wanted, home, passphrase);
  } catch (error) {
    if (error instanceof TokentrayError && error.code.startsWith('storage.keychain_')) throw error;
    return undefined;
  }
}

/** A warning is told by the full program. */
function isAll({ status, head }: HttpAnswer): boolean {
  return status === 200 && headerOf(head, 'tokentray-warning') === undefined;
}
