/** Puts every setting back to its default, at once and with a way back. */
import type { SettingItem } from '../../../preload/replies.ts';
import type { Failure } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { resetAllWords, resetDone, resetHelp } from '../../words/setting-words.ts';

/** Null goes back to the default. */
export type SettingValues = Readonly<Record<string, string | null>>;

export interface ResetSectionProps {
  readonly items: readonly SettingItem[];
  /** All of them or none. Undefined: they are stored; else what was wrong. */
  readonly onSetAll: (values: SettingValues) => Promise<Failure | undefined>;
}

export function ResetSection({ items, onSetAll }: ResetSectionProps) {
  const { toasts } = useApp();
  const changed = items.filter(({ isDefault }) => !isDefault);

  async function setAll(values: SettingValues): Promise<boolean> {
    const failure = await onSetAll(values);
    if (failure !== undefined) toasts.show({ kind: 'failed', text: failure.what, detail: failure.next });
    return failure === undefined;
  }

  async function undo(before: SettingValues): Promise<void> {
    if (await setAll(before)) toasts.show({ kind: 'done', text: resetAllWords.undone });
  }

  async function reset(): Promise<void> {
    const before = Object.fromEntries(changed.map(({ key, value }) => [key, value]));
    if (!(await setAll(Object.fromEntries(changed.map(({ key }) => [key, null]))))) return;
    toasts.show({
      kind: 'done',
      text: resetDone(changed.length),
      action: { label: resetAllWords.undo, run: () => void undo(before) },
    });
  }

  return (
    <div className="reset">
      <p className="field-help">{resetHelp(changed.map(({ label }) => label))}</p>
      <Button kind="danger" disabled={changed.length === 0} focusableWhenDisabled onClick={() => void reset()}>
        {resetAllWords.label}
      </Button>
    </div>
  );
}
