/** A secret as it is typed: hidden until it is asked to show, and never filled with one that is stored. */
import { useState } from 'react';
import type { FieldFrameProps } from '../../components/field-frame.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';

export interface SecretFieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly isStored: boolean;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export function SecretField({ isStored, value, onValueChange, ...frame }: SecretFieldProps) {
  const [isShown, setIsShown] = useState(false);
  // What was typed next begins hidden again.
  if (isShown && value === '') setIsShown(false);
  const isKept = isStored && value === '' && frame.error === undefined;
  return (
    <TextField
      {...frame}
      {...(isKept ? { note: 'stored' } : {})}
      value={value}
      onValueChange={onValueChange}
      type={isShown ? 'text' : 'password'}
      isCode
      placeholder={isKept ? 'Leave empty to keep the stored one' : ''}
      trailing={
        value === '' ? null : (
          <IconButton
            icon={isShown ? 'eyeOff' : 'eye'}
            size="small"
            label={isShown ? `Hide ${frame.label}` : `Show ${frame.label}`}
            onClick={() => setIsShown(!isShown)}
          />
        )
      }
    />
  );
}
