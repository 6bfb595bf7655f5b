/** The form with its controller, and the ways in which a document fills it. */
import { useEffect, useState } from 'react';
import type { ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import { pasteAction } from '../../words/paste-words.ts';
import { FormBody } from './form-body.tsx';
import { createFormController } from './form-controller.ts';
import type { FormState } from './form-state.ts';
import type { SystemDescription } from './form-types.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { takeDocument } from './take-document.ts';
import { useDocuments } from './use-documents.ts';

export interface FormPageProps {
  readonly title: string;
  readonly systems: readonly SystemDescription[];
  /** Of the profile that is edited; null for a new one. */
  readonly detail: ProfileDetail | null;
}

export function FormPage({ title, systems, detail }: FormPageProps) {
  const { api, clock } = useApp();
  const [form] = useState(() =>
    createFormController({
      api,
      clock,
      systems,
      stored: detail === null ? null : { id: detail.view.id, definition: { ...detail.definition } },
    }),
  );
  const state = useSelected(form.state, whole);
  const documents = useDocuments(form);
  const [pastes, setPastes] = useState(false);
  useEffect(() => form.close, [form]);
  return (
    <Page
      title={title}
      actions={
        <Button size="small" icon="paste" onClick={() => setPastes(true)}>
          {pasteAction}
        </Button>
      }
    >
      <FormBody form={form} state={state} systems={systems} detail={detail} isOver={documents.isOver} />
      <PasteDialog
        isOpen={pastes}
        onClose={() => setPastes(false)}
        onTake={(text) => takeDocument(api, form, text)}
        onRefused={documents.tell}
      />
    </Page>
  );
}

function whole(state: FormState): FormState {
  return state;
}
