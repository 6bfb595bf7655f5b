/** Asks before a token is copied that is not for the expected user or organization. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { IdentityComparison } from '../../components/identity-comparison.tsx';
import { useApp } from '../../state/app-context.ts';
import { useSelected, useWindowState } from '../../state/use-store.ts';

export function IdentityDialog() {
  const { actions } = useApp();
  const question = useSelected(actions.question, (value) => value);
  // What was asked last stays readable while the dialog fades.
  const [shown, setShown] = useState(question);
  if (question !== null && question !== shown) setShown(question);
  const name = useWindowState(({ profiles }) => profiles.get(shown?.wish.id ?? '')?.name ?? '');
  return (
    <AlertDialog
      isOpen={question !== null}
      onClose={() => void actions.answer(false)}
      title="This token is for somebody else"
      text={`Nothing was copied. The token of ${name} is not for whom the profile expects.`}
      actions={
        <>
          <Button onClick={() => void actions.answer(false)}>Cancel</Button>
          <Button kind="danger" onClick={() => void actions.answer(true)}>
            Copy anyway
          </Button>
        </>
      }
    >
      {shown === null ? null : (
        <IdentityComparison expected={shown.reply.expected} actual={shown.reply.actual} actualTitle="In the token" />
      )}
    </AlertDialog>
  );
}
