/** A setting that is typed: stored when the person leaves it or presses Enter; Escape takes back what was typed. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SettingItem } from '../../../preload/replies.ts';
import { TextField } from '../../components/text-field.tsx';
import { settingWords } from '../../words/setting-words.ts';
import type { SettingChange } from './use-setting.ts';

export interface TypedSettingProps {
  readonly item: SettingItem;
  readonly change: SettingChange;
  /** After the field, such as a button that chooses the file. */
  readonly after?: ReactNode;
}

export function TypedSetting({ item: { label, help, value, kind }, change, after }: TypedSettingProps) {
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
        {...(kind === 'seconds' ? { note: settingWords.seconds } : {})}
        error={change.error}
        isCode={kind !== 'seconds'}
        value={text}
        onValueChange={(next) => {
          setText(next);
          change.forget();
        }}
        onBlur={commit}
        fix={after}
      />
    </div>
  );
}
