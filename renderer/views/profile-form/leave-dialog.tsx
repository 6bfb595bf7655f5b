/** Asks before what was entered is lost. */
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { leaveDiscard, leaveStay, leaveText, leaveTitle } from '../../words/form-words.ts';

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
      title={leaveTitle}
      text={leaveText}
      actions={
        <>
          <Button onClick={onStay}>{leaveStay}</Button>
          <Button kind="danger" onClick={onLeave}>
            {leaveDiscard}
          </Button>
        </>
      }
    />
  );
}
