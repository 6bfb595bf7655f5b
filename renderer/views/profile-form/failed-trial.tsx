/** What the server or the storage answered in place of yes: what happened, and what to do. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { StorageChoice } from './storage-choice.tsx';

/** Comes into sight by itself: it may stand below the end of the page. */
export function FailedTrial({ failure: { code, what, next } }: { readonly failure: Failure }) {
  const element = useRef<HTMLDivElement>(null);
  const [choosesStorage, setChoosesStorage] = useState(false);
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
              Choose how secrets are kept
            </Button>
          ) : undefined
        }
      />
      {choosesStorage ? <StorageChoice onClose={() => setChoosesStorage(false)} /> : null}
    </div>
  );
}
