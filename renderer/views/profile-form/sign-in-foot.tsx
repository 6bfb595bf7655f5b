/** The buttons of a profile to which a person signs in: there is nothing to test before that. */
import { Button } from '../../components/button.tsx';
import { isSignedInTo } from '../../words/sign-in-words.ts';
import type { FormFootProps } from './form-foot.tsx';
import type { FormState } from './form-state.ts';

/** A refresh token from elsewhere must not be tried either: most servers take each but once. */
export function startsWithSignIn({ values: { auth } }: Pick<FormState, 'values'>): boolean {
  return auth !== null && isSignedInTo({ auth });
}

export function SignInFoot({ state, onSave, onSaveAndSignIn, onLeave }: FormFootProps) {
  const isSaving = state.work.kind === 'saving';
  const hasSession = (state.secrets.refreshToken ?? '') !== '';
  return (
    <>
      <p className="form-hint">
        {hasSession
          ? 'With the refresh token Tokentray begins by itself. There is no test: a refresh token may be used but once.'
          : 'There is nothing to test before you have signed in.'}
      </p>
      <div className="form-actions">
        <Button kind="quiet" onClick={onLeave}>
          Cancel
        </Button>
        <span className="form-actions-gap" />
        {hasSession ? null : (
          <Button disabled={isSaving} focusableWhenDisabled onClick={onSave}>
            Save
          </Button>
        )}
        <Button
          kind="primary"
          icon={hasSession ? 'check' : 'person'}
          isBusy={isSaving}
          onClick={hasSession ? onSave : onSaveAndSignIn}
        >
          {isSaving ? 'Saving' : hasSession ? 'Save' : 'Save and sign in'}
        </Button>
      </div>
    </>
  );
}
