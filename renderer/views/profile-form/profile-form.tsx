/** The page on which a profile is added or edited. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Page } from '../../components/page.tsx';
import { addTitle, editTitle, tryAgain } from '../../words/form-words.ts';
import { FormPage } from './form-page.tsx';
import { useFormSource } from './use-form-source.ts';

export function ProfileForm({ id }: { readonly id?: string }) {
  const [attempt, setAttempt] = useState(0);
  return <FetchedForm key={attempt} id={id} onRetry={() => setAttempt(attempt + 1)} />;
}

function FetchedForm({ id, onRetry }: { readonly id: string | undefined; readonly onRetry: () => void }) {
  const source = useFormSource(id);
  const name = source.phase === 'ready' ? source.detail?.definition.name : undefined;
  const title = id === undefined ? addTitle : editTitle(name);
  if (source.phase === 'ready') return <FormPage title={title} systems={source.systems} detail={source.detail} />;
  return (
    <Page title={title}>
      {source.phase === 'failed' ? (
        <Callout
          tone="bad"
          role="alert"
          title={source.failure.what}
          text={source.failure.next}
          actions={
            <Button icon="refresh" onClick={onRetry}>
              {tryAgain}
            </Button>
          }
        />
      ) : null}
    </Page>
  );
}
