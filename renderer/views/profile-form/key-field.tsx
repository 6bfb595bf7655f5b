/** A private key: pasted, dropped or chosen as a file. It is not shown, neither while it is entered nor later. */
import { Field } from '@base-ui/react/field';
import { useRef } from 'react';
import type { ChangeEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { FieldFrame } from '../../components/field-frame.tsx';
import { Icon } from '../../components/icons.tsx';
import { chooseFile, keyPlaceholder, removeKey, removeLabel } from '../../words/form-words.ts';
import { keyWords } from './key-words.ts';
import { wordsOfHeld } from './secret-field.tsx';
import type { SecretFieldProps } from './secret-field.tsx';

export function KeyField({ held, value, onValueChange, ...frame }: SecretFieldProps) {
  const kept = wordsOfHeld({ held, value, error: frame.error });
  const words = keyWords(value);
  return (
    <FieldFrame {...frame} {...(kept === undefined ? {} : { note: kept.note })}>
      {words === undefined ? (
        <KeyEntry placeholder={kept?.placeholder ?? keyPlaceholder} value={value} onValueChange={onValueChange} />
      ) : (
        <div
          className="control key-entered"
          tabIndex={-1}
          {...(frame.error === undefined ? {} : { 'data-invalid': '' })}
        >
          <Icon name="key" />
          <span className="key-words">{words}</span>
          <Button size="small" kind="quiet" aria-label={removeLabel(frame.label)} onClick={() => onValueChange('')}>
            {removeKey}
          </Button>
        </div>
      )}
    </FieldFrame>
  );
}

type KeyEntryProps = Pick<SecretFieldProps, 'value' | 'onValueChange'> & { readonly placeholder: string };

function KeyEntry({ placeholder, value, onValueChange }: KeyEntryProps) {
  const picker = useRef<HTMLInputElement>(null);

  function chosen(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.currentTarget.files?.[0];
    // The same file may be chosen again after it was removed.
    event.currentTarget.value = '';
    if (file !== undefined) void file.text().then(onValueChange);
  }

  return (
    <div className="key-entry">
      <Field.Control
        className="control"
        data-code=""
        type="password"
        autoComplete="new-password"
        spellCheck={false}
        value={value}
        onValueChange={onValueChange}
        placeholder={placeholder}
      />
      <Button icon="add" onClick={() => picker.current?.click()}>
        {chooseFile}
      </Button>
      <input ref={picker} type="file" accept=".json,.jwk,.txt,application/json" hidden onChange={chosen} />
    </div>
  );
}
