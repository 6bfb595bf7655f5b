/** One field of the form, drawn from its description. */
import { SelectField } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { wordedChoices } from '../../words/choice-words.ts';
import { exampleWords, optionalNote } from '../../words/form-words.ts';
import { redirectWords } from '../../words/redirect-words.ts';
import { EnvironmentField } from './environment-field.tsx';
import { FieldPages } from './field-pages.tsx';
import { FixButton } from './fix-button.tsx';
import { issueSentence } from './form-issues.ts';
import { heldSecret, shownIssue } from './form-state.ts';
import type { FormParts } from './form-parts.ts';
import type { FieldDescription } from './form-types.ts';
import { KeyField } from './key-field.tsx';
import { keyWords } from './key-words.ts';
import { PairsField } from './pairs-field.tsx';
import { SecretField } from './secret-field.tsx';
import { UsesField } from './uses-field.tsx';

export interface FormFieldProps extends FormParts {
  readonly field: FieldDescription;
}

/** With the pages that help to fill it in, and the note that it was left. */
export function FormField(props: FormFieldProps) {
  const { field, form, state, storedSecrets, onLeave } = props;
  const { path, pages = [] } = field;
  // What it is to be is found there; while it is right nobody needs to go.
  const isWhere = path === 'tenant';
  const isWrong = shownIssue(state, field, storedSecrets) !== undefined;
  return (
    <div
      className="form-field"
      data-path={path}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave(path);
      }}
    >
      <FieldControl {...props} />
      {isWhere && !isWrong ? null : <FieldPages form={form} state={state} pages={pages} onlyKnown={isWhere} />}
    </div>
  );
}

function FieldControl({ field, form, state, storedSecrets, ownName }: Omit<FormFieldProps, 'onLeave'>) {
  const { path, label, help, example, kind, choices, secret } = field;
  const issue = shownIssue(state, field, storedSecrets);
  const meaning = path === 'redirectUri' ? redirectWords(state.values.texts[path] ?? '') : '';
  const frame = {
    name: path,
    label,
    help: meaning === '' ? help : `${meaning} ${help}`,
    error: issue === undefined ? undefined : issueSentence(issue, field),
    ...(issue?.suggestion === undefined
      ? {}
      : { fix: <FixButton value={issue.suggestion} onUse={() => form.takeSuggestion(issue)} /> }),
  };
  if (secret !== undefined) {
    const entry = {
      ...frame,
      ...(field.required || secret === 'refreshToken' ? {} : { note: optionalNote }),
      held: heldSecret(state, secret, storedSecrets),
      value: state.secrets[secret] ?? '',
      onValueChange: (text: string) => {
        form.setSecret(secret, text);
        // A whole key is no longer typed at.
        if (kind === 'jwk' && keyWords(text) !== undefined) form.leave(path);
      },
    };
    return kind === 'jwk' ? <KeyField {...entry} /> : <SecretField {...entry} />;
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
  // What is chosen is said at once.
  const onChoice = (text: string) => {
    form.setText(path, text);
    form.leave(path);
  };
  if (path === 'environment') {
    return <EnvironmentField label={label} error={frame.error} value={value} onValueChange={onChoice} />;
  }
  if (kind === 'profile') {
    return <UsesField {...frame} ownName={ownName} value={value} onValueChange={onChoice} />;
  }
  if (choices !== undefined) {
    return <SelectField {...frame} choices={wordedChoices(field)} value={value} onValueChange={onChoice} />;
  }
  return (
    <TextField
      {...frame}
      value={value}
      onValueChange={onValueChange}
      isCode={path !== 'label' && kind !== 'list' && kind !== 'date'}
      // A text that is no date would be shown as none.
      type={kind === 'date' && (value === '' || /^\d{4}-\d\d-\d\d$/.test(value)) ? 'date' : 'text'}
      {...(example === undefined || kind === 'date' ? {} : { placeholder: exampleWords(example) })}
    />
  );
}
