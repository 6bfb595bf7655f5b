/** Says in a dialog why the application cannot start. */
import { dialog } from 'electron';
import { asTokentrayError } from '../errors.ts';
import { describeError } from '../systems/explain.ts';

/** Also before ready; on a terminal, too. */
export function showStartFailure(thrown: unknown): void {
  const { code, data } = asTokentrayError(thrown);
  const { what, next } = describeError({ code, data });
  process.stderr.write(`${what}\n${next}\n`);
  dialog.showErrorBox('Tokentray cannot start', `${what}\n\n${next}`);
}
