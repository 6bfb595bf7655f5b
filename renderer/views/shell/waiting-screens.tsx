/** Before the main process has answered, and when it could not. */
import './waiting-screens.css';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useApp } from '../../state/app-context.ts';
import { useWindowState } from '../../state/use-store.ts';
import { shellWords } from '../../words/shell-words.ts';

export function LoadingScreen() {
  return (
    <main className="waiting" data-phase="loading" aria-busy="true">
      <BrandMark size={40} />
      <h1 className="for-screen-readers">{shellWords.name}</h1>
      <p role="status">{shellWords.loading}</p>
    </main>
  );
}

export function FailedScreen() {
  const { reload } = useApp();
  const failure = useWindowState((state) => state.failure);
  return (
    <main className="waiting" data-phase="failed">
      <BrandMark size={40} />
      <h1 className="for-screen-readers">{shellWords.name}</h1>
      <Callout
        tone="bad"
        role="alert"
        title={failure?.what ?? shellWords.failed}
        text={failure?.next}
        actions={
          <Button icon="refresh" onClick={reload}>
            {shellWords.tryAgain}
          </Button>
        }
      />
    </main>
  );
}
