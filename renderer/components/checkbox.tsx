/** The box that is ticked or not, or stands for several of which some are: the browser's own, a long list holds many. */
import './checkbox.css';

export interface CheckboxProps {
  /** What it stands for, in words. */
  readonly label: string;
  readonly checked: boolean;
  /** Some are and some are not; default false. */
  readonly isMixed?: boolean;
  readonly tabIndex?: number;
  /** With the press that did it, for who wants to know which keys were held. */
  readonly onCheckedChange: (checked: boolean, event: Event) => void;
}

export function Checkbox({ label, checked, isMixed = false, tabIndex, onCheckedChange }: CheckboxProps) {
  return (
    <input
      // No attribute says it.
      ref={(element) => {
        if (element !== null) element.indeterminate = isMixed;
      }}
      type="checkbox"
      className="checkbox"
      aria-label={label}
      checked={checked}
      onChange={({ target, nativeEvent }) => onCheckedChange(target.checked, nativeEvent)}
      {...(tabIndex === undefined ? {} : { tabIndex })}
    />
  );
}
