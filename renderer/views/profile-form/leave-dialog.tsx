/** Asks before what was entered is lost. */
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';

export interface LeaveDialogProps {
  readonly isOpen: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function LeaveDialog({ isOpen, onStay, onLeave }: LeaveDialogProps) {
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onStay}
      title="Leave without saving?"
      text="What you entered here is not stored yet and will be gone."
      actions={
        <>
          <Button onClick={onStay}>Keep editing</Button>
          <Button kind="danger" onClick={onLeave}>
            Discard
          </Button>
        </>
      }
    />
  );
}
