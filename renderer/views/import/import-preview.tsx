/** What an import would create, profile by profile, with what has to be decided before. */
import type { ImportView } from '../../../preload/import-views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { importButton, importWords, unfinished } from '../../words/import-words.ts';
import { choiceOf } from './import-controller.ts';
import type { ImportController, ImportState } from './import-controller.ts';
import { ImportItem } from './import-item.tsx';

export interface ImportPreviewProps {
  readonly controller: ImportController;
  readonly view: ImportView;
  readonly state: ImportState;
}

export function ImportPreview({ controller, view, state }: ImportPreviewProps) {
  const { source, fileName, items, problems } = view;
  const chosen = items.filter((item) => choiceOf(state, item).action !== 'skip');
  const lacking = chosen.filter(({ issues }) => issues.length > 0).length;
  return (
    <>
      <p className="import-lead">{importWords.sourceLine(source, fileName ?? importWords.fromPaste)}</p>
      {problems.length === 0 ? null : (
        <Callout
          tone="warning"
          title={items.length === 0 ? importWords.nothingTitle : importWords.problemsTitle}
          text={<Sentences sentences={problems} />}
        />
      )}
      <ul className="import-items" aria-label={importWords.listName}>
        {items.map((item) => (
          <ImportItem
            key={item.index}
            item={item}
            choice={choiceOf(state, item)}
            onDecide={(change) => controller.decide(item, change)}
          />
        ))}
      </ul>
      <div className="import-foot">
        <p className="field-help import-lacking" role="status">
          {lacking === 0 ? null : unfinished(lacking)}
        </p>
        <Button kind="quiet" onClick={() => controller.startOver()}>
          {importWords.other}
        </Button>
        {items.length === 0 ? null : (
          <Button
            kind="primary"
            icon="check"
            isBusy={state.isBusy}
            disabled={chosen.length === 0 || lacking > 0}
            onClick={() => void controller.apply()}
          >
            {importButton(chosen.length)}
          </Button>
        )}
      </div>
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="import-sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
