/** One setting with the control that its kind calls for. */
import type { SettingItem } from '../../../preload/replies.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { SelectField } from '../../components/select.tsx';
import { SwitchField } from '../../components/switch.tsx';
import { chooseLabel, resetLabel, settingWords } from '../../words/setting-words.ts';
import { ShortcutField } from './shortcut-field.tsx';
import { TypedSetting } from './typed-setting.tsx';
import { useSetting } from './use-setting.ts';
import type { SettingChange, SettingStore } from './use-setting.ts';

export interface SettingFieldProps {
  readonly item: SettingItem;
  readonly store: SettingStore;
  /** Below the switch that rules it. */
  readonly isSub?: boolean;
  /** That switch is off. */
  readonly isIdle?: boolean;
}

export function SettingField({ item, store, isSub = false, isIdle = false }: SettingFieldProps) {
  const change = useSetting(item, store);
  return (
    <div className="setting" data-key={item.key} data-kind={item.kind} data-sub={isSub || undefined}>
      <Control item={item} change={change} isIdle={isIdle} />
      <div className="setting-foot">
        <span role="status" className="setting-saved">
          {change.isConfirmed ? (
            <>
              <Icon name="check" size={14} />
              {settingWords.saved}
            </>
          ) : null}
        </span>
        {item.isDefault || item.kind === 'switch' || item.kind === 'shortcut' ? null : (
          <Button size="small" kind="quiet" aria-label={resetLabel(item.label)} onClick={() => void change.store(null)}>
            {settingWords.resetOne}
          </Button>
        )}
      </div>
    </div>
  );
}

function ChooseButton({ label, change }: { readonly label: string; readonly change: SettingChange }) {
  return (
    <div>
      <Button size="small" aria-label={chooseLabel(label)} onClick={() => void change.choose()}>
        {settingWords.choose}
      </Button>
    </div>
  );
}

interface ControlProps {
  readonly item: SettingItem;
  readonly change: SettingChange;
  readonly isIdle: boolean;
}

function Control({ item, change, isIdle }: ControlProps) {
  const { kind, label, help, value, choices = [] } = item;
  if (kind === 'switch') {
    return (
      <>
        <SwitchField
          label={label}
          help={help}
          checked={value === 'on'}
          disabled={isIdle}
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
  if (kind === 'shortcut') return <ShortcutField item={item} change={change} />;
  // A value that was stored, here or elsewhere, is where typing starts from.
  const after = kind === 'file' ? <ChooseButton label={label} change={change} /> : null;
  return <TypedSetting key={value} item={item} change={change} after={after} />;
}
