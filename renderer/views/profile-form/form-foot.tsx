/** Always in sight below the fields: what came of the last attempt, and the way on: first test, then save. */
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { actions, saving, testing } from '../../words/form-words.ts';
import { canSaveAnyway } from './form-state.ts';
import type { FormParts } from './form-parts.ts';
import type { FieldDescription } from './form-types.ts';
import { IssueSummary } from './issue-summary.tsx';
import { PassedTrial } from './passed-trial.tsx';
import { canBeTested, UntestedFoot } from './untested-foot.tsx';

export interface FormFootProps extends Pick<FormParts, 'form' | 'state'> {
  readonly fields: readonly FieldDescription[];
  readonly isNew: boolean;
  readonly onSave: () => void;
  readonly onSaveAndSignIn: () => void;
  readonly onLeave: () => void;
  /** Moves the focus to the field at this path. */
  readonly onShow: (path: string) => void;
}

export function FormFoot(props: FormFootProps) {
  const { form, state, fields, isNew, onSave, onLeave, onShow } = props;
  const { clock } = useApp();
  const { work } = state;
  const hasPassed = work.kind === 'passed';
  const isTesting = work.kind === 'testing';
  const isSaving = work.kind === 'saving';
  const untested = isNew ? actions.saveUntested : actions.save;
  return (
    <div className="form-foot">
      {hasPassed ? <PassedTrial reply={work.reply} nowMs={clock.now()} /> : null}
      {work.kind === 'failed' && work.failure.issues !== undefined ? (
        <IssueSummary issues={state.issues} fields={fields} onShow={onShow} />
      ) : null}
      <p role="status" className="for-screen-readers">
        {isTesting ? testing : isSaving ? saving : ''}
      </p>
      {canBeTested(state) ? (
        <div className="form-actions">
          <Button kind="quiet" onClick={isTesting ? form.cancel : onLeave}>
            {isTesting ? actions.stopWaiting : actions.cancel}
          </Button>
          <span className="form-actions-gap" />
          {hasPassed ? (
            <Button onClick={() => void form.test()}>{actions.testAgain}</Button>
          ) : (
            <Button disabled={isTesting || isSaving} focusableWhenDisabled onClick={onSave}>
              {canSaveAnyway(work) ? actions.saveAnyway : untested}
            </Button>
          )}
          <Button kind="primary" type="submit" icon={hasPassed ? 'check' : 'flask'} isBusy={isTesting || isSaving}>
            {isSaving ? actions.saving : isTesting ? actions.testing : hasPassed ? actions.save : actions.test}
          </Button>
        </div>
      ) : (
        <UntestedFoot {...props} />
      )}
    </div>
  );
}
