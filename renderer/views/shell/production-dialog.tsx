/** Asks before a token is copied that works on production. */
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { EnvironmentTag } from '../../components/tag.tsx';
import { useApp } from '../../state/app-context.ts';
import { useWindowState } from '../../state/use-store.ts';
import { guardCancel, guardCopy, guardNote, guardText, guardTitle } from '../../words/guard-words.ts';
import { useCopyQuestion } from './use-copy-question.ts';

export function ProductionDialog() {
  const { actions } = useApp();
  const { isOpen, shown } = useCopyQuestion('production-guard');
  const name = useWindowState(({ profiles }) => profiles.get(shown?.id ?? '')?.name ?? '');
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={() => void actions.answer(false)}
      title={guardTitle}
      text={guardText(name)}
      actions={
        <>
          <Button onClick={() => void actions.answer(false)}>{guardCancel}</Button>
          <Button kind="danger" icon="copy" onClick={() => void actions.answer(true)}>
            {guardCopy}
          </Button>
        </>
      }
    >
      {shown === null ? null : (
        <p className="field-help">
          <EnvironmentTag environment={shown.reply.environment} /> {guardNote}
        </p>
      )}
    </AlertDialog>
  );
}
