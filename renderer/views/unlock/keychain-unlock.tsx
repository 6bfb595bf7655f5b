/** The system's keychain does not give the key: says why, and tries again. */
import type { Failure } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { unlockWords } from '../../words/unlock-words.ts';
import { useUnlock } from './use-unlock.ts';

/** `failure`: what main met before anybody tried here. */
export function KeychainUnlock({ failure: first }: { readonly failure: Failure }) {
  const { isBusy, failure, unlock } = useUnlock();
  const { what, next } = failure ?? first;
  return (
    <div className="unlock-form">
      <h1 className="unlock-title">{unlockWords.keychainTitle}</h1>
      <p className="unlock-text">{unlockWords.keychainText}</p>
      <Callout tone="warning" role="alert" icon="lock" title={what} text={next} />
      <p role="status" className="for-screen-readers">
        {isBusy ? unlockWords.askingKeychain : ''}
      </p>
      <Button kind="primary" size="large" icon="refresh" autoFocus isBusy={isBusy} onClick={() => void unlock()}>
        {isBusy ? unlockWords.askingKeychain : unlockWords.tryAgain}
      </Button>
    </div>
  );
}
