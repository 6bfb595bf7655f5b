/** What came of a test or a save: the token that was given, or what happened and what to do. */
import type { ReactNode } from 'react';
import type { Failure, TestReply } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { durationWords } from '../../words/duration.ts';
import { identityWords } from '../../words/identity-words.ts';
import { shortInstant } from '../../words/instant.ts';

export function PassedCallout({ reply, nowMs }: { readonly reply: TestReply; readonly nowMs: number }) {
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

export interface FailedCalloutProps {
  readonly failure: Failure;
  /** Offered where secrets cannot be stored as things are. */
  readonly onChooseVault: () => void;
}

export function FailedCallout({ failure, onChooseVault }: FailedCalloutProps): ReactNode {
  const { code, what, next } = failure;
  const isAboutVault = code.startsWith('storage.keychain') || code === 'storage.passphrase_needed';
  return (
    <Callout
      tone="bad"
      role="alert"
      title={what}
      text={next}
      {...(isAboutVault
        ? {
            actions: (
              <Button size="small" icon="lock" onClick={onChooseVault}>
                Choose how secrets are kept
              </Button>
            ),
          }
        : {})}
    />
  );
}
