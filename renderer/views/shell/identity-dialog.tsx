/** Asks before a token is copied that is not for the expected user or organization. */
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { IdentityComparison } from '../../components/identity-comparison.tsx';
import { useApp } from '../../state/app-context.ts';
import { useWindowState } from '../../state/use-store.ts';
import { useCopyQuestion } from './use-copy-question.ts';

export function IdentityDialog() {
  const { actions } = useApp();
  const { isOpen, shown } = useCopyQuestion('unexpected-identity');
  const name = useWindowState(({ profiles }) => profiles.get(shown?.id ?? '')?.name ?? '');
  return (
    <AlertDialog
      isOpen={isOpen}
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
