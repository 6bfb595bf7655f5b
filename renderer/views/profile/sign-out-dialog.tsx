/** Asks before a session is ended. */
import type { ProfileView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
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
      title={`Sign out of ${name}?`}
      text={
        canRevoke
          ? 'Its token is deleted here, and the server is told that the session is over. The profile stays.'
          : 'Its token is deleted here. The server has no way to be told, so that its session ends by itself. The profile stays.'
      }
      actions={
        <>
          <Button onClick={onClose}>Stay signed in</Button>
          <Button kind="danger" onClick={signOut}>
            Sign out
          </Button>
        </>
      }
    />
  );
}
