/** A menu that opens from a button, and the items in it. */
import './popup.css';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icons.tsx';
import type { IconName } from './icon-name.ts';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  /** Side of the trigger along which it is aligned; default `end`. */
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align}>
          <Base.Popup className="popup">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  readonly label: string;
  readonly note?: string;
  readonly icon?: IconName;
  readonly kind?: 'plain' | 'danger';
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export function MenuItem({ label, note, icon, kind = 'plain', disabled = false, onSelect }: MenuItemProps) {
  return (
    <Base.Item className="popup-item" data-kind={kind} disabled={disabled} onClick={onSelect}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="popup-item-text">{label}</span>
      {note === undefined ? null : <span className="popup-item-note">{note}</span>}
    </Base.Item>
  );
}

export interface MenuCheckItemProps {
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Stays open when it is switched: it changes what the other items do. */
export function MenuCheckItem({ label, note, checked, onCheckedChange }: MenuCheckItemProps) {
  return (
    <Base.CheckboxItem
      className="popup-item"
      checked={checked}
      closeOnClick={false}
      onCheckedChange={(next) => onCheckedChange(next)}
    >
      <span className="menu-mark" data-checked={checked || undefined}>
        <Base.CheckboxItemIndicator>
          <Icon name="check" size={12} />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="popup-item-text">{label}</span>
      {note === undefined ? null : <span className="popup-item-note">{note}</span>}
    </Base.CheckboxItem>
  );
}

export interface MenuGroupProps {
  readonly heading: string;
  readonly children: ReactNode;
}

/** Items that belong together, under a heading that is read with them. */
export function MenuGroup({ heading, children }: MenuGroupProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="popup-heading">{heading}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export interface MenuChoiceProps<Value extends string> {
  readonly heading: string;
  readonly choices: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of several, under a heading. Stays open, so that what it does can be seen and another one chosen. */
export function MenuChoice<Value extends string>({ heading, choices, value, onChoose }: MenuChoiceProps<Value>) {
  return (
    <MenuGroup heading={heading}>
      <Base.RadioGroup value={value} onValueChange={(next: Value) => onChoose(next)}>
        {(Object.keys(choices) as Value[]).map((choice) => (
          <Base.RadioItem key={choice} className="popup-item" value={choice} closeOnClick={false}>
            <span className="menu-dot" data-checked={choice === value || undefined} />
            <span className="popup-item-text">{choices[choice]}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </MenuGroup>
  );
}

export function MenuLine() {
  return <Base.Separator className="popup-line" />;
}
