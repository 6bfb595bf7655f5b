/** One line or several of text, with label, help and what is wrong. */
import { Field } from '@base-ui/react/field';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { FieldFrame } from './field-frame.tsx';
import type { FieldFrameProps } from './field-frame.tsx';

export interface TextFieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Default `text`. A `password` is never completed by the browser. */
  readonly type?: 'text' | 'password' | 'url' | 'date' | 'number';
  /** More than one makes it a text area. */
  readonly rows?: number;
  readonly placeholder?: string;
  /** Addresses, ids and keys: fixed pitch, no spelling or capitals. */
  readonly isCode?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** Sits inside the control at its end, such as a button that shows the password. */
  readonly trailing?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const {
    value,
    onValueChange,
    onBlur,
    type = 'text',
    rows = 1,
    placeholder,
    isCode = false,
    required = false,
  } = props;
  const { autoFocus = false, trailing, inputRef, ...frame } = props;
  const asIs: Partial<ComponentProps<'input'>> =
    isCode || type === 'password' ? { spellCheck: false, autoCapitalize: 'off', autoCorrect: 'off' } : {};
  const control = (
    <Field.Control
      className="control"
      value={value}
      onValueChange={onValueChange}
      required={required}
      autoFocus={autoFocus}
      autoComplete={type === 'password' ? 'new-password' : 'off'}
      {...asIs}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(isCode ? { 'data-code': '' } : {})}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(rows > 1 ? { render: <textarea rows={rows} /> } : { type })}
    />
  );
  return (
    <FieldFrame {...pickFrame(frame)}>
      {trailing === undefined ? (
        control
      ) : (
        <div className="field-with-trailing">
          {control}
          <div className="field-trailing">{trailing}</div>
        </div>
      )}
    </FieldFrame>
  );
}

function pickFrame({ label, note, help, error, fix, disabled, name }: Omit<FieldFrameProps, 'children'>) {
  return {
    label,
    error,
    ...(note === undefined ? {} : { note }),
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(name === undefined ? {} : { name }),
  };
}
