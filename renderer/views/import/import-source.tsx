/** Where an import begins: a place to drop a file on, and what can be imported. */
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { importKinds, importWords } from '../../words/import-words.ts';
import type { ImportController } from './import-controller.ts';

export interface ImportSourceProps {
  readonly controller: ImportController;
  readonly isOver: boolean;
  readonly isBusy: boolean;
}

export function ImportSource({ controller, isOver, isBusy }: ImportSourceProps) {
  return (
    <>
      <p className="import-lead">{importWords.lead}</p>
      <div className="import-drop" data-over={isOver || undefined}>
        <Icon name="import" size={28} />
        <p className="import-drop-title">{isOver ? importWords.dropNow : importWords.dropTitle}</p>
        <p className="field-help">{importWords.dropText}</p>
        <Button kind="primary" icon="import" isBusy={isBusy} onClick={() => void controller.choose()}>
          {importWords.choose}
        </Button>
      </div>
      <TextField
        label={importWords.pasteLabel}
        help={importWords.pasteHelp}
        placeholder={importWords.pastePlaceholder}
        error={undefined}
        rows={2}
        isCode
        value=""
        // What is pasted is taken before it gets here; a document is not typed.
        onValueChange={(text) => void (text.trim().length > 1 ? controller.read(text) : undefined)}
      />
      <section className="import-kinds" aria-label={importWords.kindsTitle}>
        <h2 className="import-title">{importWords.kindsTitle}</h2>
        <dl className="import-kind-list">
          {importKinds.map(({ name, text }) => (
            <div key={name} className="import-kind">
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
