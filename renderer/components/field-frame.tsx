/** What every field of a form has around its control: label, help, and what is wrong with it. */
import './field.css';
import { Field } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

export interface FieldFrameProps {
  readonly label: string;
  /** Beside the label in small type, such as `optional`. */
  readonly note?: string;
  readonly help?: ReactNode;
  /** What is wrong, as a sentence; the field is invalid while there is one. */
  readonly error?: string | undefined;
  /** After what is wrong, such as a button that corrects it. */
  readonly fix?: ReactNode;
  readonly disabled?: boolean;
  /** Set on the frame, for styles and tests. */
  readonly name?: string;
  readonly children: ReactNode;
}

export function FieldFrame({ label, note, help, error, fix, disabled = false, name, children }: FieldFrameProps) {
  return (
    <Field.Root
      className="field"
      invalid={error !== undefined}
      disabled={disabled}
      {...(name === undefined ? {} : { name })}
    >
      <div className="field-label">
        <Field.Label>{label}</Field.Label>
        {note === undefined ? null : <span className="field-label-note">{note}</span>}
      </div>
      {children}
      {error === undefined ? null : (
        <Field.Error className="field-error" match>
          <Icon name="alert" size={14} />
          {error}
        </Field.Error>
      )}
      {fix}
      {help === undefined ? null : <Field.Description className="field-help">{help}</Field.Description>}
    </Field.Root>
  );
}
