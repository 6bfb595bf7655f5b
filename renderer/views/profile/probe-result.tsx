/** What a probe found out: the answer in words, each thing that was looked at, and what can be taken over. */
import type { ProbeReply } from '../../../preload/replies.ts';
import type { Failure, ProfileDetail } from '../../../preload/views.ts';
import { Callout } from '../../components/callout.tsx';
import { Icon } from '../../components/icons.tsx';
import { checkWords, probeWords } from '../../words/probe-words.ts';
import { NoteCredentialEnd } from './note-credential-end.tsx';

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
        <ul className="probe-checks" aria-label={probeWords.checks}>
          {checks.map((check) => (
            <Check key={check.text} {...check} />
          ))}
        </ul>
      )}
      {credentialExpires === null || credentialExpires === definition.credentialExpires ? null : (
        <NoteCredentialEnd id={id} definition={definition} day={credentialExpires} />
      )}
    </div>
  );
}

const icons = { good: 'check', bad: 'alert', unknown: 'info' } as const;

function Check({ verdict, text }: ProbeReply['checks'][number]) {
  return (
    <li className="probe-check" data-verdict={verdict}>
      <Icon name={icons[verdict]} size={14} />
      <span>
        <span className="for-screen-readers">{checkWords[verdict]}: </span>
        {text}
      </span>
    </li>
  );
}
