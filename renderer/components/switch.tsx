/** On or off, taking effect at once. */
import './field.css';
import './switch.css';
import { Field } from '@base-ui/react/field';
import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

export interface SwitchFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function SwitchField({ label, help, checked, onCheckedChange, disabled = false }: SwitchFieldProps) {
  return (
    <Field.Root className="switch-field" disabled={disabled}>
      <div className="switch-words">
        <Field.Label className="field-label">{label}</Field.Label>
        {help === undefined ? null : <Field.Description className="field-help">{help}</Field.Description>}
      </div>
      <Base.Root className="switch" checked={checked} onCheckedChange={(next) => onCheckedChange(next)}>
        <Base.Thumb className="switch-thumb" />
      </Base.Root>
    </Field.Root>
  );
}
