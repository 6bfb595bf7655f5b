/** Says what was filled in, and from what; takes it back. */
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { filledFields, filledFrom, filledHide, filledUndo } from '../../words/paste-words.ts';
import type { FormParts } from './form-parts.ts';

export function PastedCallout({ form, state: { pasted } }: Pick<FormParts, 'form' | 'state'>) {
  if (pasted === null || !pasted.isTold) return null;
  return (
    <Callout
      tone={pasted.notes.length === 0 ? 'still' : 'warning'}
      role="status"
      title={filledFrom(pasted.source)}
      text={
        <>
          <p>{filledFields(pasted.filled)}</p>
          {pasted.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </>
      }
      actions={
        <>
          <Button size="small" onClick={form.undoPasted}>
            {filledUndo}
          </Button>
          <Button size="small" kind="quiet" onClick={form.hidePasted}>
            {filledHide}
          </Button>
        </>
      }
    />
  );
}
