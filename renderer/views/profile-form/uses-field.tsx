/** Chooses the profile whose token this one hands out. */
import type { FieldFrameProps } from '../../components/field-frame.tsx';
import { SelectField } from '../../components/select.tsx';
import { sameItems, useWindowState } from '../../state/use-store.ts';
import { usesGone, usesNone, usesPlaceholder } from '../../words/form-words.ts';
import type { WindowState } from '../../state/window-state.ts';

export interface UsesFieldProps extends Omit<FieldFrameProps, 'children'> {
  /** Name of the profile that is edited, which cannot use itself. */
  readonly ownName: string | undefined;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export function UsesField({ ownName, value, onValueChange, ...frame }: UsesFieldProps) {
  const profiles = useWindowState(withOwnToken, sameItems).filter(({ name }) => name !== ownName);
  const choices = profiles.map(({ name, systemLabel }) => ({ value: name, label: name, note: systemLabel }));
  // One that came with a pasted profile, and is not there.
  const isUnknown = value !== '' && choices.every((choice) => choice.value !== value);
  return (
    <SelectField
      {...frame}
      choices={isUnknown ? [...choices, { value, label: value, note: usesGone }] : choices}
      value={value === '' ? null : value}
      onValueChange={onValueChange}
      placeholder={choices.length === 0 ? usesNone : usesPlaceholder}
    />
  );
}

/** What uses another profile's token can be used by none. */
function withOwnToken({ order, profiles }: WindowState) {
  return order.flatMap((id) => {
    const profile = profiles.get(id);
    return profile === undefined || profile.auth === 'linked' ? [] : [profile];
  });
}
