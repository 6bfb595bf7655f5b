/** One choice out of a few, with label, help and what is wrong. */
import './popup.css';
import './select.css';
import { Select as Base } from '@base-ui/react/select';
import { FieldFrame } from './field-frame.tsx';
import type { FieldFrameProps } from './field-frame.tsx';
import { Icon } from './icons.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
  /** Beside the label in small type. */
  readonly note?: string;
}

export interface SelectFieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onValueChange: (value: string) => void;
  readonly placeholder?: string;
}

export function SelectField({ choices, value, onValueChange, placeholder, ...frame }: SelectFieldProps) {
  return (
    <FieldFrame {...frame}>
      <Base.Root items={choices} value={value} onValueChange={(next) => next !== null && onValueChange(next)}>
        <Base.Trigger className="control select-trigger">
          <Base.Value {...(placeholder === undefined ? {} : { placeholder })} />
          <Base.Icon>
            <Icon name="chevron" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false}>
            <Base.Popup className="popup">
              <Base.List>
                {choices.map((choice) => (
                  <Base.Item key={choice.value} value={choice.value} className="popup-item">
                    <span className="select-mark">
                      <Base.ItemIndicator>
                        <Icon name="check" />
                      </Base.ItemIndicator>
                    </span>
                    <Base.ItemText className="popup-item-text">{choice.label}</Base.ItemText>
                    {choice.note === undefined ? null : <span className="popup-item-note">{choice.note}</span>}
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  );
}
