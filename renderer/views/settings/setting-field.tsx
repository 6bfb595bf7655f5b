/** One setting with the control that its kind calls for. */
import { useState } from 'react';
import type { SettingItem } from '../../../preload/replies.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { SelectField } from '../../components/select.tsx';
import { SwitchField } from '../../components/switch.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSetting } from './use-setting.ts';
import type { SetSetting, SettingChange } from './use-setting.ts';

export interface SettingFieldProps {
  readonly item: SettingItem;
  readonly onSet: SetSetting;
}

export function SettingField({ item, onSet }: SettingFieldProps) {
  const change = useSetting(item, onSet);
  return (
    <div className="setting" data-key={item.key} data-kind={item.kind}>
      <Control item={item} change={change} />
      <div className="setting-foot">
        <span role="status" className="setting-saved">
          {change.isConfirmed ? (
            <>
              <Icon name="check" size={14} />
              Saved
            </>
          ) : null}
        </span>
        {item.isDefault || item.kind === 'switch' ? null : (
          <Button size="small" kind="quiet" aria-label={`Reset ${item.label}`} onClick={() => void change.store(null)}>
            Reset to default
          </Button>
        )}
      </div>
    </div>
  );
}

interface ControlProps {
  readonly item: SettingItem;
  readonly change: SettingChange;
}

function Control({ item, change }: ControlProps) {
  const { kind, label, help, value, choices = [] } = item;
  if (kind === 'switch') {
    return (
      <>
        <SwitchField
          label={label}
          help={help}
          checked={value === 'on'}
          onCheckedChange={(isOn) => void change.store(isOn ? 'on' : 'off')}
        />
        {change.error === undefined ? null : (
          <p className="field-error" role="alert">
            {change.error}
          </p>
        )}
      </>
    );
  }
  if (kind === 'choice') {
    return (
      <SelectField
        label={label}
        help={help}
        error={change.error}
        choices={choices}
        value={value}
        onValueChange={(next) => void change.store(next)}
      />
    );
  }
  // A value that was stored, here or elsewhere, is where typing starts from.
  return <TypedSetting key={value} item={item} change={change} />;
}

/** Stored when the person leaves it or presses Enter; Escape takes back what was typed. */
function TypedSetting({ item: { label, help, value, kind }, change }: ControlProps) {
  const [text, setText] = useState(value);
  const commit = () => {
    if (text.trim() !== value) void change.store(text.trim() === '' ? null : text.trim());
  };
  return (
    // The keys are those of the field inside.
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key !== 'Escape' || text === value) return;
        event.preventDefault();
        setText(value);
        change.forget();
      }}
    >
      <TextField
        label={label}
        help={help}
        {...(kind === 'seconds' ? { note: 'seconds' } : {})}
        error={change.error}
        isCode={kind === 'text'}
        value={text}
        onValueChange={(next) => {
          setText(next);
          change.forget();
        }}
        onBlur={commit}
      />
    </div>
  );
}
