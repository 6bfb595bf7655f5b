/** What can be done with a profile without opening it. */
import { Button as BaseButton } from '@base-ui/react/button';
import type { ProfileView } from '../../../preload/contract.ts';
import '../../components/button.css';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icon-name.ts';
import { useApp } from '../../state/app-context.ts';
import { useJustCopied } from '../../state/use-just-copied.ts';

/** The whole-token form that every system has. */
export const tokenItself = { as: 'raw', what: 'Token' } as const;

export function RowActions({ profile, tabIndex }: { readonly profile: ProfileView; readonly tabIndex: number }) {
  const { actions } = useApp();
  const { id, name, activity } = profile;
  const isCopied = useJustCopied(id);
  return (
    <div className="row-actions" role="gridcell" data-shown={isCopied || undefined}>
      <RowAction
        icon={isCopied ? 'check' : 'copy'}
        label={`Copy the token of ${name}`}
        tabIndex={tabIndex}
        onPress={() => void actions.copy({ id, ...tokenItself })}
      />
      <RowAction
        icon="refresh"
        label={`Refresh ${name} now`}
        tabIndex={tabIndex}
        isBusy={activity === 'refreshing'}
        onPress={() => void actions.refresh(id)}
      />
    </div>
  );
}

interface RowActionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly tabIndex: number;
  readonly isBusy?: boolean;
  readonly onPress: () => void;
}

/** With the system's own tooltip: a thousand rows need no thousand tooltip controllers. */
function RowAction({ icon, label, tabIndex, isBusy = false, onPress }: RowActionProps) {
  return (
    <BaseButton
      className="button"
      data-kind="quiet"
      data-size="small"
      data-icon-only=""
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={onPress}
      {...(isBusy ? { disabled: true, focusableWhenDisabled: true, 'aria-busy': true } : {})}
    >
      <Icon name={icon} />
    </BaseButton>
  );
}
