/** The page that brings profiles in from files of other tools: what is in them, what is to become of it, and what came of it. */
import './import.css';
import { useEffect, useState } from 'react';
import { Callout } from '../../components/callout.tsx';
import { Page } from '../../components/page.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import { importWords } from '../../words/import-words.ts';
import { createImportController } from './import-controller.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportResults } from './import-results.tsx';
import { ImportSource } from './import-source.tsx';
import { ImportUnlock } from './import-unlock.tsx';
import { useImportDrop } from './use-import-drop.ts';

/** `id`: of an import that main has opened already. */
export function ImportPage({ id }: { readonly id?: string | undefined }) {
  const { api } = useApp();
  const [controller] = useState(() => createImportController(api));
  const state = useSelected(controller.state, (value) => value);
  const { view, reply, failure } = state;
  const isOver = useImportDrop(controller);

  useEffect(() => {
    if (id !== undefined) void controller.resume(id);
    return controller.close;
  }, [controller, id]);

  return (
    <Page title={importWords.title}>
      <div className="import" data-drop={isOver || undefined}>
        {failure === null ? null : <Callout tone="bad" role="alert" title={failure.what} text={failure.next} />}
        {view === null ? <ImportSource controller={controller} isOver={isOver} isBusy={state.isBusy} /> : null}
        {view !== null && view.isLocked ? <ImportUnlock controller={controller} isBusy={state.isBusy} /> : null}
        {view !== null && !view.isLocked && reply === null ? (
          <ImportPreview controller={controller} view={view} state={state} />
        ) : null}
        {view !== null && reply !== null ? (
          <ImportResults controller={controller} reply={reply} isBusy={state.isBusy} />
        ) : null}
      </div>
    </Page>
  );
}
