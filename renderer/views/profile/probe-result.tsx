/** What a probe found out: the answer in words, each thing that was looked at, and what can be taken over. */
import { useState } from 'react';
import type { ProbeReply } from '../../../preload/replies.ts';
import type { Failure, ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';

export type ProbeOutcome =
  | { readonly kind: 'answered'; readonly reply: ProbeReply }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface ProbeResultProps {
  readonly id: string;
  readonly outcome: ProbeOutcome;
  readonly definition: ProfileDetail['definition'];
}

export function ProbeResult({ id, outcome, definition }: ProbeResultProps) {
  if (outcome.kind === 'failed') {
    return <Callout tone="bad" title={outcome.failure.what} text={outcome.failure.next} />;
  }
  const { verdict, what, next, checks, credentialExpires } = outcome.reply;
  return (
    <div className="probe-result">
      <Callout tone={verdict} title={what} text={next} />
      {checks.length === 0 ? null : (
        <ul className="probe-checks" aria-label="What was looked at">
          {checks.map((check) => (
            <Check key={check.text} {...check} />
          ))}
        </ul>
      )}
      {credentialExpires === null || credentialExpires === definition.credentialExpires ? null : (
        <CredentialEnd id={id} definition={definition} day={credentialExpires} />
      )}
    </div>
  );
}

const marks = {
  good: { icon: 'check', word: 'Right' },
  bad: { icon: 'alert', word: 'Wrong' },
  unknown: { icon: 'info', word: 'To know' },
} as const;

function Check({ verdict, text }: ProbeReply['checks'][number]) {
  const { icon, word } = marks[verdict];
  return (
    <li className="probe-check" data-verdict={verdict}>
      <Icon name={icon} size={14} />
      <span>
        <span className="for-screen-readers">{word}: </span>
        {text}
      </span>
    </li>
  );
}

interface CredentialEndProps extends Pick<ProbeResultProps, 'id' | 'definition'> {
  readonly day: string;
}

/** Changes nothing that a token request says, so that nothing needs to be tried. */
function CredentialEnd({ id, definition, day }: CredentialEndProps) {
  const { api, toasts } = useApp();
  const [isBusy, setBusy] = useState(false);
  // Nothing that the list shows has changed, so that the definition here may be the one of before.
  const [isNoted, setNoted] = useState(false);

  async function takeOver(): Promise<void> {
    setBusy(true);
    const draft = { ...definition, credentialExpires: day };
    const result = await api.call('profiles.save', { id, draft, untested: true });
    setBusy(false);
    setNoted(result.ok);
    if (result.ok) toasts.show({ kind: 'done', text: `${definition.name} notes ${day} as the last day` });
    else toasts.show({ kind: 'failed', text: result.failure.what, detail: result.failure.next });
  }

  if (isNoted) return null;
  return (
    <Callout
      tone="still"
      icon="clock"
      title={`The credential ends on ${day}`}
      actions={
        <Button size="small" icon="check" isBusy={isBusy} onClick={() => void takeOver()}>
          Note it in the profile
        </Button>
      }
    />
  );
}
