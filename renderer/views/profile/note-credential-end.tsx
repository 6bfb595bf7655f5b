/** Takes the day on which a credential ends, which a probe has found, over into the profile. */
import { useState } from 'react';
import type { ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useApp } from '../../state/app-context.ts';
import { credentialEndsOn, notedWords, probeWords } from '../../words/probe-words.ts';

export interface NoteCredentialEndProps {
  readonly id: string;
  readonly definition: ProfileDetail['definition'];
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** Changes nothing that a token request says, so that nothing needs to be tried. */
export function NoteCredentialEnd({ id, definition, day }: NoteCredentialEndProps) {
  const { api, toasts } = useApp();
  const [isBusy, setBusy] = useState(false);

  async function takeOver(): Promise<void> {
    setBusy(true);
    const draft = { ...definition, credentialExpires: day };
    const result = await api.call('profiles.save', { id, draft, untested: true });
    setBusy(false);
    if (result.ok) toasts.show({ kind: 'done', text: notedWords(definition.name, day) });
    else toasts.show({ kind: 'failed', text: result.failure.what, detail: result.failure.next });
  }

  return (
    <Callout
      tone="still"
      icon="clock"
      title={credentialEndsOn(day)}
      actions={
        <Button size="small" icon="check" isBusy={isBusy} onClick={() => void takeOver()}>
          {probeWords.note}
        </Button>
      }
    />
  );
}
