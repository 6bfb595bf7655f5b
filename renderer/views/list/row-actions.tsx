/** What can be done with a profile without opening it. */
import { Button as BaseButton } from '@base-ui/react/button';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ProfileView } from '../../../preload/views.ts';
import '../../components/button.css';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icon-name.ts';
import { useApp } from '../../state/app-context.ts';
import { useJustCopied } from '../../state/use-just-copied.ts';
import { rowWords } from '../../words/list-words.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';
import { rowMenuTriggerId } from './row-menu.tsx';
import type { RowMenuHandle } from './row-menu.tsx';

/** The whole-token form that every system has. */
export const tokenItself = { as: 'raw', what: 'Token' } as const;

export interface RowActionsProps {
  readonly profile: ProfileView;
  readonly tabIndex: number;
  readonly menu: RowMenuHandle;
}

export function RowActions({ profile, tabIndex, menu }: RowActionsProps) {
  const { actions, many, navigation, signIn } = useApp();
  const { id, name, activity, auth, isPinned } = profile;
  const isCopied = useJustCopied(id);
  const pinWords = isPinned ? rowWords.unpin(name) : rowWords.pin(name);

  // What the sign-in wants of the person shows on the profile's page.
  function onSignIn(): void {
    navigation.go({ view: 'profile', id });
    void (auth === 'device_code' ? signIn.start(id) : signIn.open(id));
  }

  return (
    <div className="row-actions" role="gridcell" data-shown={isCopied || undefined}>
      <RowAction
        icon={isCopied ? 'check' : 'copy'}
        label={rowWords.copy(name)}
        tabIndex={tabIndex}
        onPress={() => void actions.copy({ id, ...tokenItself })}
      />
      {needsSignIn(profile) ? (
        <RowAction icon="person" label={rowWords.signIn(name)} tabIndex={tabIndex} onPress={onSignIn} />
      ) : auth === 'api_key' ? null : (
        <RowAction
          icon="refresh"
          label={rowWords.refresh(name)}
          tabIndex={tabIndex}
          isBusy={activity === 'refreshing'}
          onPress={() => void actions.refresh(id)}
        />
      )}
      <RowAction icon="pin" label={pinWords} tabIndex={tabIndex} onPress={() => void many.setPinned(id, !isPinned)} />
      <BaseMenu.Trigger
        handle={menu}
        payload={id}
        id={rowMenuTriggerId(id)}
        className="button"
        data-kind="quiet"
        data-size="small"
        data-icon-only=""
        aria-label={rowWords.more(name)}
        title={rowWords.more(name)}
        tabIndex={tabIndex}
      >
        <Icon name="more" />
      </BaseMenu.Trigger>
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
