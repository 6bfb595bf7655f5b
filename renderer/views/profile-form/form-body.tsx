/** The form itself, from the choice of a system to the buttons. */
import './profile-form.css';
import { useEffect, useRef } from 'react';
import type { ProfileDetail } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';
import { connectionSection, moreOptions } from '../../words/form-words.ts';
import { dropHint, pasteHint } from '../../words/paste-words.ts';
import type { FormController } from './form-controller.ts';
import { Alternatives } from './alternatives.tsx';
import { FailedTrial } from './failed-trial.tsx';
import { FoldedFields } from './folded-fields.tsx';
import { FormField } from './form-field.tsx';
import { isAtFront, optionalGroups, shownFields } from './form-fields.ts';
import { FormFoot } from './form-foot.tsx';
import { issuesElsewhere } from './form-issues.ts';
import type { FormState } from './form-state.ts';
import { canBeTested } from './untested-foot.tsx';
import type { SystemDescription } from './form-types.ts';
import { IssuesElsewhere } from './issue-summary.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LookUp } from './look-up-button.tsx';
import { PastedCallout } from './pasted-callout.tsx';
import { SystemChoice } from './system-choice.tsx';
import { useAfterPress } from './use-after-press.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useSaved } from './use-saved.ts';

export interface FormBodyProps {
  readonly form: FormController;
  readonly state: FormState;
  readonly systems: readonly SystemDescription[];
  /** Of the profile that is edited; null for a new one. */
  readonly detail: ProfileDetail | null;
  /** A file is held over the page. */
  readonly isOver: boolean;
}

export function FormBody({ form, state, systems, detail, isOver }: FormBodyProps) {
  const { navigation } = useApp();
  const element = useRef<HTMLFormElement>(null);
  const isNew = detail === null;
  const guard = useLeaveGuard(form.isDirty);
  const afterPress = useAfterPress();
  const save = useSaved(form, isNew);
  useEffect(() => {
    if (state.refusals > 0) element.current?.querySelector<HTMLElement>('.control[data-invalid]')?.focus();
  }, [state.refusals]);

  const { system } = state.values;
  const { work } = state;
  const fields = shownFields(systems, state.values);
  const parts = {
    form,
    state,
    storedSecrets: detail?.storedSecrets ?? [],
    ownName: detail?.definition.name,
    // What is said below a field moves all that follows it.
    onLeave: (path: string) => afterPress(() => form.leave(path)),
  };
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
        void (work.kind === 'passed' ? save() : form.test());
      }}
    >
      <fieldset className="form-all" disabled={work.kind === 'saving'}>
        <PastedCallout form={form} state={state} />
        <SystemChoice form={form} state={state} systems={systems} isNew={isNew} />
        {system === null ? <p className="form-drop">{isOver ? dropHint : pasteHint}</p> : null}
        <IssuesElsewhere issues={elsewhere} onUse={form.takeSuggestion} onLeaveOut={form.leaveOut} />
        {fields.length === 0 ? null : (
          <>
            <section className="form-section" aria-label={connectionSection}>
              <div className="form-fields">
                {fields.filter(isAtFront).map((field) => (
                  <div key={field.path} className="form-cell">
                    <FormField {...parts} field={field} />
                    <LookUp {...parts} field={field} fields={fields} />
                  </div>
                ))}
              </div>
            </section>
            <Alternatives {...parts} fields={fields} />
            <FoldedFields {...parts} title={moreOptions} groups={optionalGroups(fields)} />
          </>
        )}
      </fieldset>
      {work.kind === 'failed' && work.failure.issues === undefined ? (
        <FailedTrial form={form} state={state} failure={work.failure} fields={fields} />
      ) : null}
      {fields.length === 0 ? null : (
        <FormFoot
          form={form}
          state={state}
          fields={fields}
          isNew={isNew}
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
