/** The page on which a profile is added or edited. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Page } from '../../components/page.tsx';
import { addTitle, editTitle, tryAgain } from '../../words/form-words.ts';
import { FormPage } from './form-page.tsx';
import { useFormSource } from './use-form-source.ts';

export interface ProfileFormProps {
  /** Absent: a profile is added. */
  readonly id?: string;
  /** Where the person goes on typing; default: at the top. */
  readonly focus?: 'secret';
}

export function ProfileForm({ id, focus }: ProfileFormProps) {
  const [attempt, setAttempt] = useState(0);
  return <FetchedForm key={attempt} id={id} focus={focus} onRetry={() => setAttempt(attempt + 1)} />;
}

interface FetchedFormProps {
  readonly id: string | undefined;
  readonly focus: ProfileFormProps['focus'];
  readonly onRetry: () => void;
}

function FetchedForm({ id, focus, onRetry }: FetchedFormProps) {
  const source = useFormSource(id);
  const isAtSecret = source.phase === 'ready' && focus === 'secret';
  useEffect(() => {
    if (isAtSecret) document.querySelector<HTMLElement>('main [data-path^="secrets."] .control')?.focus();
  }, [isAtSecret]);
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
