/** The buttons of a profile that cannot be tested before it is saved, with the reason. */
import { Button } from '../../components/button.tsx';
import { isSignedInTo } from '../../words/sign-in-words.ts';
import type { FormFootProps } from './form-foot.tsx';
import type { FormState } from './form-state.ts';

type Entered = Pick<FormState, 'values' | 'secrets'>;

export function canBeTested(state: Entered): boolean {
  return untestedReason(state) === undefined;
}

/** The main button of a new profile leads on to the sign-in; an edit may leave the session as it is. */
export function UntestedFoot({ state, isNew, onSave, onSaveAndSignIn, onLeave }: FormFootProps) {
  const isSaving = state.work.kind === 'saving';
  const save = { label: 'Save', icon: 'check', run: onSave } as const;
  const signIn = { label: 'Save and sign in', icon: 'person', run: onSaveAndSignIn } as const;
  const offered = needsPerson(state) ? [save, signIn] : [save];
  const [main = save, other] = isNew ? offered.toReversed() : offered;
  return (
    <>
      <p className="form-hint">{untestedReason(state)}</p>
      <div className="form-actions">
        <Button kind="quiet" onClick={onLeave}>
          Cancel
        </Button>
        <span className="form-actions-gap" />
        {other === undefined ? null : (
          <Button disabled={isSaving} focusableWhenDisabled onClick={other.run}>
            {other.label}
          </Button>
        )}
        <Button kind="primary" icon={main.icon} isBusy={isSaving} onClick={main.run}>
          {isSaving ? 'Saving' : main.label}
        </Button>
      </div>
    </>
  );
}

/** A refresh token from elsewhere stands for the sign-in. */
function needsPerson({ values: { auth }, secrets }: Entered): boolean {
  return auth !== null && isSignedInTo({ auth }) && (secrets.refreshToken ?? '') === '';
}

/** Undefined where a test tells something. Most servers take a refresh token but once. */
function untestedReason(state: Entered): string | undefined {
  const { auth } = state.values;
  if (needsPerson(state)) return 'There is nothing to test before you have signed in.';
  if (auth === 'authorization_code' || auth === 'device_code') {
    return 'With the refresh token Tokentray begins by itself. A test would use it up.';
  }
  return auth === 'api_key'
    ? 'A key is stored as it is. Once it is saved, Probe on its page asks the API whether it works.'
    : undefined;
}
