/** The box that is ticked or not, or stands for several of which some are. */
import './checkbox.css';
import { Checkbox as Base } from '@base-ui/react/checkbox';
import type { MouseEvent } from 'react';
import { Icon } from './icons.tsx';

export interface CheckboxProps {
  /** What it stands for, in words. */
  readonly label: string;
  readonly checked: boolean;
  /** Some are and some are not; default false. */
  readonly isMixed?: boolean;
  readonly tabIndex?: number;
  /** With the press that did it, for who wants to know which keys were held. */
  readonly onCheckedChange: (checked: boolean, event: Event) => void;
  readonly onClick?: (event: MouseEvent) => void;
}

export function Checkbox({ label, checked, isMixed = false, tabIndex, onCheckedChange, onClick }: CheckboxProps) {
  return (
    <Base.Root
      className="checkbox"
      aria-label={label}
      checked={checked}
      indeterminate={isMixed}
      onCheckedChange={(next, { event }) => onCheckedChange(next, event)}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      {...(onClick === undefined ? {} : { onClick })}
    >
      <Base.Indicator className="checkbox-mark" keepMounted={false}>
        {isMixed ? <span className="checkbox-some" /> : <Icon name="check" size={12} />}
      </Base.Indicator>
    </Base.Root>
  );
}
