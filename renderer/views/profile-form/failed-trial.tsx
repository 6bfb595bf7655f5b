/** What the server or the storage answered in place of yes: what happened, and what to do. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { chooseStorage } from '../../words/form-words.ts';
import { FieldPages } from './field-pages.tsx';
import type { FormParts } from './form-parts.ts';
import { isAtFront } from './form-fields.ts';
import type { FieldDescription } from './form-types.ts';
import { StorageChoice } from './storage-choice.tsx';

export interface FailedTrialProps extends Pick<FormParts, 'form' | 'state'> {
  readonly failure: Failure;
  /** Of the fields that are shown. */
  readonly fields: readonly FieldDescription[];
}

/** Comes into sight by itself: it may stand below the end of the page. */
export function FailedTrial({ form, state, failure: { code, what, next }, fields }: FailedTrialProps) {
  const element = useRef<HTMLDivElement>(null);
  const [choosesStorage, setChoosesStorage] = useState(false);
  // Refused credentials are looked at where they are made.
  const pages =
    code === 'auth.refused'
      ? fields.filter(isAtFront).flatMap(({ path, pages = [] }) => (path === 'tenant' ? [] : pages))
      : [];
  const isAboutStorage = code.startsWith('storage.keychain') || code === 'storage.passphrase_needed';

  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up.
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <div ref={element} className="failed-trial">
      <Callout
        tone="bad"
        role="alert"
        title={what}
        text={next}
        actions={
          isAboutStorage ? (
            <Button size="small" icon="lock" onClick={() => setChoosesStorage(true)}>
              {chooseStorage}
            </Button>
          ) : pages.length === 0 ? undefined : (
            <FieldPages form={form} state={state} pages={pages} onlyKnown />
          )
        }
      />
      {choosesStorage ? <StorageChoice onClose={() => setChoosesStorage(false)} /> : null}
    </div>
  );
}
