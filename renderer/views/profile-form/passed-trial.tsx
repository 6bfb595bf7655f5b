/** What came of a test that passed: how long the token lives, and for whom it is. */
import type { TestReply } from '../../../preload/replies.ts';
import { Callout } from '../../components/callout.tsx';
import { passedFor, passedScope, passedTitle } from '../../words/form-words.ts';
import { identityWords } from '../../words/identity-words.ts';

export function PassedTrial({ reply, nowMs }: { readonly reply: TestReply; readonly nowMs: number }) {
  const { identity, scope, warnings } = reply;
  const facts = [
    [passedFor, identityWords(identity)],
    [passedScope, scope],
  ] as const;
  return (
    <Callout
      tone={warnings.length === 0 ? 'good' : 'warning'}
      role="status"
      title={passedTitle(reply.expiresAtMs, nowMs)}
      text={
        <>
          {facts.map(([name, value]) =>
            value === undefined || value === null ? null : (
              <p key={name}>
                {name}: {value}
              </p>
            ),
          )}
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </>
      }
    />
  );
}
