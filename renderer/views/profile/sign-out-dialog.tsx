/** Asks before a session is ended. */
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { signOutWords as words } from '../../words/profile-words.ts';
import { useApp } from '../../state/app-context.ts';

export interface SignOutDialogProps {
  readonly profile: Pick<ProfileView, 'id' | 'name'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The server has a way to be told. */
  readonly canRevoke: boolean;
}

export function SignOutDialog({ profile: { id, name }, isOpen, onClose, canRevoke }: SignOutDialogProps) {
  const { signIn } = useApp();

  function signOut(): void {
    onClose();
    void signIn.signOut(id);
  }

  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onClose}
      title={words.title(name)}
      text={canRevoke ? words.told : words.notTold}
      actions={
        <>
          <Button onClick={onClose}>{words.stay}</Button>
          <Button kind="danger" onClick={signOut}>
            {words.leave}
          </Button>
        </>
      }
    />
  );
}
