/** Records keys that are pressed together as a shortcut, shows it as the system writes it, and takes it away. */
import './shortcut-field.css';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { SettingItem } from '../../../preload/replies.ts';
import type { AppHeader } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { useHeader } from '../../state/use-store.ts';
import { shortcutAction, shortcutFieldWords, shortcutProblem } from '../../words/setting-words.ts';
import { acceleratorOf } from './recorded-keys.ts';
import type { SettingChange } from './use-setting.ts';

export interface ShortcutFieldProps {
  readonly item: SettingItem;
  readonly change: SettingChange;
}

export function ShortcutField({ item: { label, help, value }, change }: ShortcutFieldProps) {
  const { platform, quickSwitcher } = useHeader();
  const [isRecording, setIsRecording] = useState(false);
  const helpId = useId();
  const problem = value === '' || quickSwitcher === null ? null : shortcutProblem(quickSwitcher);
  const keys = value === '' ? shortcutFieldWords.none : (quickSwitcher?.keys ?? value);

  function store(accelerator: string | null): void {
    setIsRecording(false);
    change.forget();
    void change.store(accelerator);
  }

  return (
    <div className="shortcut-field" role="group" aria-label={label} aria-describedby={helpId}>
      <div className="shortcut-words">
        <p className="field-label">{label}</p>
        <p className="field-help" id={helpId}>
          {help}
        </p>
        <Problem
          text={change.error ?? problem}
          isError={change.error !== undefined || quickSwitcher?.state === 'refused'}
        />
      </div>
      {isRecording ? (
        <Recorder platform={platform} onRecorded={store} onEnd={() => setIsRecording(false)} />
      ) : (
        <div className="shortcut-actions">
          <kbd className="shortcut-keys" data-empty={value === '' || undefined}>
            {keys}
          </kbd>
          <Button
            size="small"
            aria-label={shortcutAction(value === '' ? shortcutFieldWords.record : shortcutFieldWords.change, label)}
            onClick={() => setIsRecording(true)}
          >
            {value === '' ? shortcutFieldWords.record : shortcutFieldWords.change}
          </Button>
          {value === '' ? null : (
            <Button
              size="small"
              kind="quiet"
              aria-label={shortcutAction(shortcutFieldWords.clear, label)}
              onClick={() => store(null)}
            >
              {shortcutFieldWords.clear}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Problem({ text, isError }: { readonly text: string | null; readonly isError: boolean }) {
  return (
    <div role="status">
      {text === null ? null : (
        <p className={isError ? 'field-error' : 'field-help'}>
          <Icon name={isError ? 'alert' : 'info'} size={14} />
          {text}
        </p>
      )}
    </div>
  );
}

interface RecorderProps {
  readonly platform: AppHeader['platform'];
  readonly onRecorded: (accelerator: string) => void;
  readonly onEnd: () => void;
}

/** Tab leaves it as it leaves every field, and so do Escape and a click elsewhere. */
function Recorder({ platform, onRecorded, onEnd }: RecorderProps) {
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);

  function pressed(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Tab' && isPlain) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && isPlain) return onEnd();
    const accelerator = acceleratorOf(event.nativeEvent, platform);
    if (accelerator !== null) onRecorded(accelerator);
  }

  return (
    <button
      ref={field}
      type="button"
      className="control shortcut-recorder"
      onKeyDown={pressed}
      onBlur={onEnd}
      onClick={onEnd}
    >
      {shortcutFieldWords.recording}
    </button>
  );
}
