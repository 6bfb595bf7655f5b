/** The form itself, from the choice of a system to the buttons. */
import './profile-form.css';
import { useEffect, useRef, useState } from 'react';
import type { ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected } from '../../state/use-store.ts';
import { createFormController } from './form-controller.ts';
import { FailedTrial } from './failed-trial.tsx';
import { FormField } from './form-field.tsx';
import { fieldsFor, isAtFront, usableFields } from './form-fields.ts';
import { FormFoot } from './form-foot.tsx';
import { issuesElsewhere } from './form-issues.ts';
import type { FormState } from './form-state.ts';
import { canBeTested } from './untested-foot.tsx';
import type { SystemDescription } from './form-types.ts';
import { IssuesElsewhere } from './issue-summary.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LookUp } from './look-up-button.tsx';
import { MoreOptions } from './more-options.tsx';
import { SystemChoice } from './system-choice.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useDocuments } from './use-documents.ts';
import { useSaved } from './use-saved.ts';

export interface FormBodyProps {
  readonly systems: readonly SystemDescription[];
  /** Of the profile that is edited; null for a new one. */
  readonly detail: ProfileDetail | null;
}

export function FormBody({ systems, detail }: FormBodyProps) {
  const { api, clock, navigation } = useApp();
  const [form] = useState(() =>
    createFormController({
      api,
      clock,
      systems,
      stored: detail === null ? null : { id: detail.view.id, definition: { ...detail.definition } },
    }),
  );
  const state = useSelected(form.state, whole);
  const element = useRef<HTMLFormElement>(null);
  const guard = useLeaveGuard(form.isDirty);
  const save = useSaved(form, detail === null);
  const { undo, isOver } = useDocuments(form, systems);
  useEffect(() => form.close, [form]);
  useEffect(() => {
    if (state.refusals > 0) element.current?.querySelector<HTMLElement>('.control[data-invalid]')?.focus();
  }, [state.refusals]);

  const { system } = state.values;
  const fields = usableFields(fieldsFor(systems, state.values), state.values.texts);
  const parts = { form, state, storedSecrets: detail?.storedSecrets ?? [], ownName: detail?.definition.name };
  const elsewhere = issuesElsewhere(state.issues, fields, system !== null);

  function show(path: string): void {
    element.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] .control`)?.focus();
  }

  return (
    <form
      ref={element}
      className="form"
      data-drop={isOver || undefined}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!canBeTested(state)) return;
        void (state.work.kind === 'passed' ? save() : form.test());
      }}
    >
      <fieldset className="form-all" disabled={state.work.kind === 'saving'}>
        {undo === null ? null : (
          <Callout
            tone="still"
            role="status"
            title="Filled in from what you pasted or dropped"
            actions={
              <Button size="small" onClick={undo}>
                Undo
              </Button>
            }
          />
        )}
        <SystemChoice form={form} state={state} systems={systems} isNew={detail === null} />
        <IssuesElsewhere issues={elsewhere} onUse={form.takeSuggestion} onLeaveOut={form.leaveOut} />
        {fields.length === 0 ? null : (
          <>
            <section className="form-section" aria-label="Connection">
              <div className="form-fields">
                {fields.filter(isAtFront).map((field) => (
                  <div key={field.path} className="form-field" data-path={field.path}>
                    <FormField {...parts} field={field} />
                    <LookUp {...parts} field={field} fields={fields} />
                  </div>
                ))}
              </div>
            </section>
            <MoreOptions {...parts} fields={fields} />
          </>
        )}
      </fieldset>
      {state.work.kind === 'failed' && state.work.failure.issues === undefined ? (
        <FailedTrial failure={state.work.failure} />
      ) : null}
      {fields.length === 0 ? null : (
        <FormFoot
          form={form}
          state={state}
          fields={fields}
          isNew={detail === null}
          onSave={() => void save()}
          onSaveAndSignIn={() => void save('sign-in')}
          onLeave={() => navigation.back()}
          onShow={show}
        />
      )}
      <LeaveDialog isOpen={guard.isAsking} onStay={guard.stay} onLeave={guard.leave} />
    </form>
  );
}

function whole(state: FormState): FormState {
  return state;
}
