/** Beside the field that says whom to ask: fills in what the server tells of itself. */
import { Button } from '../../components/button.tsx';
import { lookUp } from '../../words/form-words.ts';
import type { FormParts } from './form-parts.ts';
import type { FieldDescription } from './form-types.ts';
import { looksUpBy } from './look-up.ts';
import { LookUpResult } from './look-up-result.tsx';

export interface LookUpProps extends Pick<FormParts, 'form' | 'state'> {
  readonly field: FieldDescription;
  readonly fields: readonly FieldDescription[];
}

/** Nothing at all other fields. */
export function LookUp({ form, state, field, fields }: LookUpProps) {
  const { system, auth, texts } = state.values;
  if (field.path !== looksUpBy(system, auth)) return null;
  const isEmpty = (texts[field.path] ?? '').trim() === '';
  return (
    <div className="look-up">
      <Button
        size="small"
        icon="search"
        disabled={isEmpty}
        focusableWhenDisabled
        isBusy={state.lookUp.kind === 'asking'}
        onClick={() => void form.lookUp()}
      >
        {lookUp}
      </Button>
      <div role="status">
        <LookUpResult form={form} state={state.lookUp} fields={fields} />
      </div>
    </div>
  );
}
