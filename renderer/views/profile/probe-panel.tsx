/** Tries the token on the API: with the system's own cheap request, or on an address that somebody is unsure of. */
import './probe-panel.css';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../state/app-context.ts';
import { exampleAddress, probeWords } from '../../words/probe-words.ts';
import { ProbeResult } from './probe-result.tsx';
import type { ProbeOutcome } from './probe-result.tsx';

export function ProbePanel({ detail }: { readonly detail: ProfileDetail }) {
  const { api } = useApp();
  const { id } = detail.view;
  const [address, setAddress] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ProbeOutcome | null>(null);

  async function probe(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const url = address.trim();
    const result = await api.call('profiles.probe', { id, ...(url === '' ? {} : { url }) });
    setBusy(false);
    setOutcome(result.ok ? { kind: 'answered', reply: result.value } : { kind: 'failed', failure: result.failure });
  }

  return (
    <div className="probe">
      <form className="probe-form" noValidate autoComplete="off" onSubmit={(event) => void probe(event)}>
        <TextField
          label={probeWords.address}
          note={probeWords.optional}
          help={probeWords.help}
          value={address}
          onValueChange={setAddress}
          isCode
          placeholder={detail.apiBase === null ? '' : exampleAddress(detail.apiBase)}
        />
        <Button type="submit" icon="flask" isBusy={isBusy}>
          {probeWords.probe}
        </Button>
      </form>
      <div role="status">
        {outcome === null ? null : <ProbeResult outcome={outcome} definition={detail.definition} id={id} />}
      </div>
    </div>
  );
}
