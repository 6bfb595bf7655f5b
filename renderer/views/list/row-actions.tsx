/** What can be done with a profile without opening it. */
import { useCallback } from 'react';
import type { ComponentProps } from 'react';
import type { ProfileView } from '../../../preload/views.ts';
import '../../components/button.css';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icon-name.ts';
import { useApp } from '../../state/app-context.ts';
import { useJustCopied } from '../../state/use-just-copied.ts';
import { useSelected } from '../../state/use-store.ts';
import { rowWords } from '../../words/list-words.ts';
import { needsSignIn } from '../../words/sign-in-words.ts';
import { openRowMenu, rowMenuButtonId } from './row-menu-place.ts';
import type { RowMenuPlace } from './row-menu-place.ts';

/** The whole-token form that every system has. */
export const tokenItself = { as: 'raw', what: 'Token' } as const;

export interface RowActionsProps {
  readonly profile: ProfileView;
  readonly tabIndex: number;
  readonly menu: RowMenuPlace;
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
      <MenuButton profile={profile} tabIndex={tabIndex} menu={menu} />
    </div>
  );
}

function MenuButton({ profile: { id, name }, tabIndex, menu }: RowActionsProps) {
  const isOpen = useSelected(
    menu,
    useCallback((place) => place.isOpen && place.id === id, [id]),
  );
  return (
    <RowAction
      icon="more"
      label={rowWords.more(name)}
      tabIndex={tabIndex}
      id={rowMenuButtonId(id)}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      data-popup-open={isOpen || undefined}
      onPress={() => openRowMenu(menu, id)}
    />
  );
}

interface RowActionProps extends Pick<ComponentProps<'button'>, 'id' | 'tabIndex' | 'aria-haspopup' | 'aria-expanded'> {
  readonly icon: IconName;
  readonly label: string;
  readonly isBusy?: boolean;
  readonly 'data-popup-open'?: true | undefined;
  readonly onPress: () => void;
}

/** The browser's own button and tooltip: a list of many rows draws many of them within one stroke of the search. */
function RowAction({ icon, label, isBusy = false, onPress, ...rest }: RowActionProps) {
  return (
    <button
      {...rest}
      type="button"
      className="button"
      data-kind="quiet"
      data-size="small"
      data-icon-only=""
      aria-label={label}
      title={label}
      // It keeps the focus while what it started goes on.
      {...(isBusy ? { 'aria-disabled': true, 'aria-busy': true, 'data-disabled': '' } : { onClick: onPress })}
    >
      <Icon name={icon} />
    </button>
  );
}
