/** Asks before a token is copied that is not for the expected user or organization. */
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { IdentityComparison } from '../../components/identity-comparison.tsx';
import { useApp } from '../../state/app-context.ts';
import { useWindowState } from '../../state/use-store.ts';
import { otherIdentityWords } from '../../words/identity-words.ts';
import { useCopyQuestion } from './use-copy-question.ts';

export function IdentityDialog() {
  const { actions } = useApp();
  const { isOpen, shown } = useCopyQuestion('unexpected-identity');
  const name = useWindowState(({ profiles }) => profiles.get(shown?.id ?? '')?.name ?? '');
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={() => void actions.answer(false)}
      title={otherIdentityWords.title}
      text={otherIdentityWords.text(name)}
      actions={
        <>
          <Button onClick={() => void actions.answer(false)}>{otherIdentityWords.cancel}</Button>
          <Button kind="danger" onClick={() => void actions.answer(true)}>
            {otherIdentityWords.copyAnyway}
          </Button>
        </>
      }
    >
      {shown === null ? null : (
        <IdentityComparison
          expected={shown.reply.expected}
          actual={shown.reply.actual}
          actualTitle={otherIdentityWords.inTheToken}
        />
      )}
    </AlertDialog>
  );
}
