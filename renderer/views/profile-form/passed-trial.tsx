/** What came of a test that passed: how long the token lives, and for whom it is. */
import type { TestReply } from '../../../preload/replies.ts';
import { Callout } from '../../components/callout.tsx';
import { durationWords } from '../../words/duration.ts';
import { identityWords } from '../../words/identity-words.ts';
import { shortInstant } from '../../words/instant.ts';

export function PassedTrial({ reply, nowMs }: { readonly reply: TestReply; readonly nowMs: number }) {
  const { identity, scope, warnings } = reply;
  const facts = [
    ['For', identityWords(identity)],
    ['Scope', scope],
  ] as const;
  return (
    <Callout
      tone={warnings.length === 0 ? 'good' : 'warning'}
      role="status"
      title={`It works: ${validWords(reply.expiresAtMs, nowMs)}`}
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

function validWords(expiresAtMs: number | null, nowMs: number): string {
  if (expiresAtMs === null) return 'the server gave a token, and does not say how long it lives.';
  return `the token is valid until ${shortInstant(expiresAtMs, nowMs)}, for ${durationWords(expiresAtMs - nowMs)}.`;
}
