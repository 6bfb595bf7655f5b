/** Says in a dialog why the application cannot start. */
import { dialog } from 'electron';
import { asTokentrayError } from '../errors.ts';
import { describeError } from '../systems/explain.ts';

/** Also before ready; on a terminal, too, and there with the stack for those who look for a fault. */
export function showStartFailure(thrown: unknown, isDebugging: boolean): void {
  const { code, data, stack } = asTokentrayError(thrown);
  const { what, next } = describeError({ code, data });
  process.stderr.write(`${what}\n${next}\n${isDebugging ? `${stack}\n` : ''}`);
  dialog.showErrorBox('Tokentray cannot start', `${what}\n\n${next}`);
}
