/** One field of the form, drawn from its description. */
import { SelectField } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { wordedChoices } from './choice-words.ts';
import { FixButton } from './fix-button.tsx';
import type { FormController } from './form-controller.ts';
import { issueSentence } from './form-issues.ts';
import { shownIssue } from './form-state.ts';
import type { FormState } from './form-state.ts';
import type { FieldDescription, SecretKind } from './form-types.ts';
import { PairsField } from './pairs-field.tsx';
import { SecretField } from './secret-field.tsx';

export interface FormParts {
  readonly form: FormController;
  readonly state: FormState;
  /** Secrets that are stored already. */
  readonly storedSecrets: readonly SecretKind[];
}

export interface FormFieldProps extends FormParts {
  readonly field: FieldDescription;
}

export function FormField({ field, form, state, storedSecrets }: FormFieldProps) {
  const { path, label, help, example, kind, choices, secret } = field;
  const issue = shownIssue(state, field, storedSecrets);
  const frame = {
    name: path,
    label,
    help,
    error: issue === undefined ? undefined : issueSentence(issue, field),
    ...(issue?.suggestion === undefined
      ? {}
      : { fix: <FixButton value={issue.suggestion} onUse={() => form.takeSuggestion(issue)} /> }),
  };
  if (secret !== undefined) {
    return (
      <SecretField
        {...frame}
        isStored={storedSecrets.includes(secret)}
        value={state.secrets[secret] ?? ''}
        onValueChange={(text) => form.setSecret(secret, text)}
      />
    );
  }
  if (kind === 'pairs') {
    return (
      <PairsField
        {...frame}
        pairs={state.values.pairs[path] ?? []}
        onPairsChange={(pairs) => form.setPairs(path, pairs)}
      />
    );
  }
  const value = state.values.texts[path] ?? '';
  const onValueChange = (text: string) => form.setText(path, text);
  if (choices !== undefined) {
    return <SelectField {...frame} choices={wordedChoices(field)} value={value} onValueChange={onValueChange} />;
  }
  return (
    <TextField
      {...frame}
      value={value}
      onValueChange={onValueChange}
      isCode={path !== 'label' && kind !== 'list' && kind !== 'date'}
      // A text that is no date would be shown as none.
      type={kind === 'date' && (value === '' || /^\d{4}-\d\d-\d\d$/.test(value)) ? 'date' : 'text'}
      {...(example === undefined || kind === 'date' ? {} : { placeholder: `e.g. ${example}` })}
    />
  );
}
