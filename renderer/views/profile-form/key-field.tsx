/** A private key: pasted, dropped or chosen as a file. It is not shown, neither while it is entered nor later. */
import { Field } from '@base-ui/react/field';
import { useRef } from 'react';
import type { ChangeEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { FieldFrame } from '../../components/field-frame.tsx';
import type { FieldFrameProps } from '../../components/field-frame.tsx';
import { Icon } from '../../components/icons.tsx';
import { keyWords } from './key-words.ts';

export interface KeyFieldProps extends Omit<FieldFrameProps, 'children' | 'note'> {
  readonly note?: string;
  readonly isStored: boolean;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export function KeyField({ note, isStored, value, onValueChange, ...frame }: KeyFieldProps) {
  const isKept = isStored && value === '' && frame.error === undefined;
  const shownNote = isKept ? 'stored' : note;
  const words = keyWords(value);
  return (
    <FieldFrame {...frame} {...(shownNote === undefined ? {} : { note: shownNote })}>
      {words === undefined ? (
        <KeyEntry isKept={isKept} value={value} onValueChange={onValueChange} />
      ) : (
        <div
          className="control key-entered"
          tabIndex={-1}
          {...(frame.error === undefined ? {} : { 'data-invalid': '' })}
        >
          <Icon name="key" />
          <span className="key-words">{words}</span>
          <Button size="small" kind="quiet" aria-label={`Remove ${frame.label}`} onClick={() => onValueChange('')}>
            Remove
          </Button>
        </div>
      )}
    </FieldFrame>
  );
}

type KeyEntryProps = Pick<KeyFieldProps, 'value' | 'onValueChange'> & { readonly isKept: boolean };

function KeyEntry({ isKept, value, onValueChange }: KeyEntryProps) {
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
        placeholder={isKept ? 'Leave empty to keep the stored one' : 'Paste it here, or drop its file on this page'}
      />
      <Button icon="add" onClick={() => picker.current?.click()}>
        Choose file
      </Button>
      <input ref={picker} type="file" accept=".json,.jwk,.txt,application/json" hidden onChange={chosen} />
    </div>
  );
}
