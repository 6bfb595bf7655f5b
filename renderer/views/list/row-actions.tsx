/** What can be done with a profile without opening it. */
import { Button as BaseButton } from '@base-ui/react/button';
import type { ProfileView } from '../../../preload/views.ts';
import '../../components/button.css';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icon-name.ts';
import { useApp } from '../../state/app-context.ts';
import { useJustCopied } from '../../state/use-just-copied.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';

/** The whole-token form that every system has. */
export const tokenItself = { as: 'raw', what: 'Token' } as const;

export function RowActions({ profile, tabIndex }: { readonly profile: ProfileView; readonly tabIndex: number }) {
  const { actions, navigation, signIn } = useApp();
  const { id, name, activity, auth } = profile;
  const isCopied = useJustCopied(id);

  // What the sign-in wants of the person shows on the profile's page.
  function onSignIn(): void {
    navigation.go({ view: 'profile', id });
    void (auth === 'device_code' ? signIn.start(id) : signIn.open(id));
  }

  return (
    <div className="row-actions" role="gridcell" data-shown={isCopied || undefined}>
      <RowAction
        icon={isCopied ? 'check' : 'copy'}
        label={`Copy the token of ${name}`}
        tabIndex={tabIndex}
        onPress={() => void actions.copy({ id, ...tokenItself })}
      />
      {needsSignIn(profile) ? (
        <RowAction icon="person" label={`Sign in to ${name}`} tabIndex={tabIndex} onPress={onSignIn} />
      ) : auth === 'api_key' ? null : (
        <RowAction
          icon="refresh"
          label={`Refresh ${name} now`}
          tabIndex={tabIndex}
          isBusy={activity === 'refreshing'}
          onPress={() => void actions.refresh(id)}
        />
      )}
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
