/** One choice out of many, found by typing, with a label. */
import './popup.css';
import './select.css';
import './combobox.css';
import { Combobox as Base } from '@base-ui/react/combobox';
import { FieldFrame } from './field-frame.tsx';
import { Icon } from './icons.tsx';

export interface ComboboxChoice {
  readonly value: string;
  readonly label: string;
  /** Beside the label in small type; found by typing as well. */
  readonly note: string;
}

export interface ComboboxFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly choices: readonly ComboboxChoice[];
  /** Null: nothing is chosen yet. */
  readonly value: string | null;
  readonly onValueChange: (value: string) => void;
  /** Stands where nothing is chosen yet. */
  readonly placeholder: string;
  /** Shown where nothing fits what was typed. */
  readonly emptyText: string;
  /** Of the field above the choices, in which one types. */
  readonly searchLabel: string;
}

/**
 * The field to type in stands in the popup, which is a dialog then: with the field outside of it the component library
 * hides the rest of the window from screen readers while the keyboard still reaches it.
 */
export function ComboboxField(props: ComboboxFieldProps) {
  const { label, help, choices, value, onValueChange, placeholder, emptyText, searchLabel } = props;
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  return (
    <FieldFrame label={label} {...(help === undefined ? {} : { help })}>
      <Base.Root
        items={choices}
        value={chosen}
        onValueChange={(next: ComboboxChoice | null) => next !== null && onValueChange(next.value)}
        isItemEqualToValue={(a: ComboboxChoice, b: ComboboxChoice) => a.value === b.value}
        filter={fits}
        autoHighlight
      >
        <Base.Trigger className="control select-trigger">
          <span className="combobox-value" data-empty={chosen === null || undefined}>
            <Base.Value placeholder={placeholder} />
          </span>
          <Icon name="chevron" />
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} className="combobox-place">
            <Base.Popup className="popup" aria-label={label}>
              <Base.Input className="control" aria-label={searchLabel} placeholder={searchLabel} spellCheck={false} />
              <Base.Empty className="combobox-empty">{emptyText}</Base.Empty>
              <Base.List className="combobox-list">
                {(choice: ComboboxChoice) => (
                  <Base.Item key={choice.value} value={choice} className="popup-item combobox-item">
                    <span className="popup-item-text">{choice.label}</span>
                    <span className="popup-item-note">{choice.note}</span>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  );
}

/** Every word stands somewhere in label or note. */
function fits({ label, note }: ComboboxChoice, query: string): boolean {
  const text = `${label} ${note}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
