/** One choice out of a few words, side by side. */
import './choice-bar.css';
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';

export interface ChoiceBarProps<Value extends string> {
  /** For screen readers. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
}

export function ChoiceBar<Value extends string>({ label, choices, value, onValueChange }: ChoiceBarProps<Value>) {
  return (
    <ToggleGroup
      className="choice-bar"
      aria-label={label}
      value={[value]}
      // A second press on what is chosen chooses nothing else.
      onValueChange={([next]) => next !== undefined && onValueChange(next)}
    >
      {choices.map((choice) => (
        <Toggle key={choice.value} value={choice.value} className="choice-bar-item">
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
