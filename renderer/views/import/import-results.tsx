/** What an import created, what each of it still needs, and the way to take it all back. */
import type { ImportReply, ImportResult } from '../../../preload/import-views.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { useApp } from '../../state/app-context.ts';
import { importedTitle, importWords, stillNeeded } from '../../words/import-words.ts';
import type { ImportController } from './import-controller.ts';

export interface ImportResultsProps {
  readonly controller: ImportController;
  readonly reply: ImportReply;
  readonly isBusy: boolean;
}

export function ImportResults({ controller, reply, isBusy }: ImportResultsProps) {
  const { navigation, toasts } = useApp();
  const { results } = reply;

  async function undo(): Promise<void> {
    const kept = await controller.undo();
    if (kept === undefined) return;
    toasts.show({
      kind: kept.length === 0 ? 'done' : 'warning',
      text: importWords.undone,
      ...(kept.length === 0 ? {} : { detail: importWords.kept(kept) }),
    });
  }

  return (
    <>
      <div role="status">
        <h2 className="import-title">{importedTitle(results.length)}</h2>
      </div>
      <ul className="import-items" aria-label={importedTitle(results.length)}>
        {results.map((result) => (
          <ResultRow key={result.id} result={result} />
        ))}
      </ul>
      <div className="import-foot">
        <Button kind="quiet" isBusy={isBusy} onClick={() => void undo()}>
          {importWords.undo}
        </Button>
        <Button kind="primary" icon="check" onClick={() => navigation.go({ view: 'list' })}>
          {importWords.done}
        </Button>
      </div>
    </>
  );
}

function ResultRow({ result }: { readonly result: ImportResult }) {
  const { navigation, signIn } = useApp();
  const { id, name, outcome, missing, needsSignIn } = result;
  const needed = stillNeeded(result);
  return (
    <li className="import-result">
      <Icon name={needed === null ? 'check' : 'key'} />
      <div className="import-item-words">
        <p className="import-item-name">{name}</p>
        <p className="field-help">
          {outcome === 'added' ? importWords.added : importWords.replaced} · {needed ?? importWords.ready}
        </p>
      </div>
      {missing.length > 0 ? (
        <Button size="small" aria-label={importWords.enter(name)} onClick={() => navigation.go({ view: 'edit', id })}>
          {importWords.enterShort}
        </Button>
      ) : needsSignIn ? (
        <Button size="small" aria-label={importWords.signIn(name)} onClick={() => void signIn.open(id)}>
          {importWords.signInShort}
        </Button>
      ) : (
        <Button
          size="small"
          aria-label={`${importWords.open} ${name}`}
          onClick={() => navigation.go({ view: 'profile', id })}
        >
          {importWords.open}
        </Button>
      )}
    </li>
  );
}
