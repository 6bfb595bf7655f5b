/** Asks before a token is copied that is not for the expected user or organization. */
import './identity-dialog.css';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { AlertDialog } from '../../components/dialog.tsx';
import { useApp } from '../../state/app-context.ts';
import type { CopyQuestion } from '../../state/actions.ts';
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
      {shown === null ? null : <Comparison reply={shown.reply} />}
    </AlertDialog>
  );
}

const rows = [
  { key: 'user', label: 'User' },
  { key: 'org', label: 'Organization' },
] as const;

function Comparison({ reply: { expected, actual } }: Pick<CopyQuestion, 'reply'>) {
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">
            <span className="for-screen-readers">What</span>
          </th>
          <th scope="col">Expected</th>
          <th scope="col">In the token</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label }) =>
          expected[key] === undefined ? null : (
            <tr key={key} data-differs={expected[key] === actual[key] ? undefined : ''}>
              <th scope="row">{label}</th>
              <td>{expected[key]}</td>
              <td>{actual[key] ?? 'not said'}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
