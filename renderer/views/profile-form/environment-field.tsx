/** What the tenant is used for, as a row of choices that says what each of them changes. */
import './environment-field.css';
import { useId } from 'react';
import { environmentChoices } from '../../words/environment-field-words.ts';

export interface EnvironmentFieldProps {
  readonly label: string;
  /** What is wrong, as a sentence. */
  readonly error: string | undefined;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export function EnvironmentField({ label, error, value, onValueChange }: EnvironmentFieldProps) {
  const id = useId();
  const chosen = environmentChoices.find((choice) => choice.value === value);
  return (
    <fieldset className="environment" aria-describedby={`${id}-help`}>
      <legend className="field-label">{label}</legend>
      <div className="environment-choices control">
        {environmentChoices.map((choice) => (
          <label key={choice.value} className="environment-choice" data-environment={choice.value}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValueChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <p className="field-help" id={`${id}-help`}>
        {chosen?.help}
      </p>
    </fieldset>
  );
}
