/** The buttons of a profile that cannot be tested before it is saved, with the reason. */
import { Button } from '../../components/button.tsx';
import { actions, untested } from '../../words/form-words.ts';
import { isSignedInTo } from '../../words/sign-in-words.ts';
import type { FormFootProps } from './form-foot.tsx';
import type { FormState } from './form-state.ts';

type Entered = Pick<FormState, 'values' | 'secrets' | 'pasted'>;

export function canBeTested(state: Entered): boolean {
  return untestedReason(state) === undefined;
}

/** The main button of a new profile leads on to the sign-in; an edit may leave the session as it is. */
export function UntestedFoot({ state, isNew, onSave, onSaveAndSignIn, onLeave }: FormFootProps) {
  const isSaving = state.work.kind === 'saving';
  const save = { label: actions.save, icon: 'check', run: onSave } as const;
  const signIn = { label: actions.saveAndSignIn, icon: 'person', run: onSaveAndSignIn } as const;
  const offered = needsPerson(state) ? [save, signIn] : [save];
  const [main = save, other] = isNew ? offered.toReversed() : offered;
  return (
    <>
      <p className="form-hint">{untestedReason(state)}</p>
      <div className="form-actions">
        <Button kind="quiet" onClick={onLeave}>
          {actions.cancel}
        </Button>
        <span className="form-actions-gap" />
        {other === undefined ? null : (
          <Button disabled={isSaving} focusableWhenDisabled onClick={other.run}>
            {other.label}
          </Button>
        )}
        <Button kind="primary" icon={main.icon} isBusy={isSaving} onClick={main.run}>
          {isSaving ? actions.saving : main.label}
        </Button>
      </div>
    </>
  );
}

/** A refresh token from elsewhere stands for the sign-in. */
function needsPerson({ values: { auth }, secrets, pasted }: Entered): boolean {
  const hasToken = (secrets.refreshToken ?? '') !== '' || pasted?.secrets.includes('refreshToken') === true;
  return auth !== null && isSignedInTo({ auth }) && !hasToken;
}

/** Undefined where a test tells something. Most servers take a refresh token but once. */
function untestedReason(state: Entered): string | undefined {
  const { auth } = state.values;
  if (needsPerson(state)) return untested.signIn;
  if (auth === 'authorization_code' || auth === 'device_code') {
    return untested.refreshToken;
  }
  return auth === 'api_key' ? untested.key : undefined;
}
