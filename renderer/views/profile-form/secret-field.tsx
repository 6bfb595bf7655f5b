/** A secret as it is typed: hidden until it is asked to show, and never filled with one that is stored or was pasted. */
import { useState } from 'react';
import type { FieldFrameProps } from '../../components/field-frame.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { hideLabel, keepPasted, keepStored, pastedNote, showLabel, storedNote } from '../../words/form-words.ts';

export interface SecretFieldProps extends Omit<FieldFrameProps, 'children'> {
  /** Where it is, while nothing is typed. */
  readonly held: 'stored' | 'pasted' | undefined;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

const heldWords = {
  stored: { note: storedNote, placeholder: keepStored },
  pasted: { note: pastedNote, placeholder: keepPasted },
} as const;

/** What a field says of a secret that it does not show; undefined where there is none, or it will not do. */
export function wordsOfHeld({ held, value, error }: Pick<SecretFieldProps, 'held' | 'value' | 'error'>) {
  return held === undefined || value !== '' || error !== undefined ? undefined : heldWords[held];
}

export function SecretField({ held, value, onValueChange, ...frame }: SecretFieldProps) {
  const [isShown, setIsShown] = useState(false);
  // What was typed next begins hidden again.
  if (isShown && value === '') setIsShown(false);
  const kept = wordsOfHeld({ held, value, error: frame.error });
  return (
    <TextField
      {...frame}
      {...(kept === undefined ? {} : { note: kept.note })}
      value={value}
      onValueChange={onValueChange}
      type={isShown ? 'text' : 'password'}
      isCode
      placeholder={kept?.placeholder ?? ''}
      trailing={
        value === '' ? null : (
          <IconButton
            icon={isShown ? 'eyeOff' : 'eye'}
            size="small"
            label={isShown ? hideLabel(frame.label) : showLabel(frame.label)}
            onClick={() => setIsShown(!isShown)}
          />
        )
      }
    />
  );
}
