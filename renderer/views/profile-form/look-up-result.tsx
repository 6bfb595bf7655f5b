/** What came of a look-up: what was filled in, or how the issuers differ. */
import '../../components/compare.css';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import {
  foundNothing,
  foundWords,
  itSays,
  otherIssuer,
  otherIssuerText,
  takeIssuerAction,
  youEntered,
} from '../../words/form-words.ts';
import type { FormController } from './form-controller.ts';
import type { FieldDescription } from './form-types.ts';
import type { LookUpState } from './look-up.ts';

export interface LookUpResultProps {
  readonly form: FormController;
  readonly state: LookUpState;
  readonly fields: readonly FieldDescription[];
}

export function LookUpResult({ form, state, fields }: LookUpResultProps) {
  if (state.kind === 'failed') return <Callout tone="bad" title={state.failure.what} text={state.failure.next} />;
  if (state.kind === 'mismatch') return <Mismatch form={form} {...state.reply} />;
  if (state.kind !== 'found') return null;
  const labels = fields.filter(({ path }) => state.paths.includes(path)).map(({ label }) => label);
  return (
    <Callout
      tone={state.notes.length === 0 ? 'good' : 'warning'}
      title={labels.length === 0 ? foundNothing : foundWords(labels)}
      text={
        state.notes.length === 0 ? undefined : (
          <>
            {state.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </>
        )
      }
    />
  );
}

type Reply = Extract<LookUpState, { kind: 'mismatch' }>['reply'];

/** Side by side, as one character may be all the difference. */
function Mismatch({ form, expected, actual, info }: Reply & { readonly form: FormController }) {
  return (
    <Callout
      tone="warning"
      title={otherIssuer}
      text={
        <>
          <p>{otherIssuerText}</p>
          <table className="compare">
            <tbody>
              <tr>
                <th scope="row">{youEntered}</th>
                <td>
                  <code>{expected}</code>
                </td>
              </tr>
              <tr data-differs="">
                <th scope="row">{itSays}</th>
                <td>
                  <code>{actual}</code>
                </td>
              </tr>
            </tbody>
          </table>
        </>
      }
      actions={
        <Button size="small" icon="check" onClick={() => void form.takeIssuer(actual, info)}>
          {takeIssuerAction}
        </Button>
      }
    />
  );
}
