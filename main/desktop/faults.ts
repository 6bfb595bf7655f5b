/** A fault of the program itself neither ends it nor shows what it holds: messages of foreign errors may quote secrets. */
import { asTokentrayError } from '../errors.ts';

/** The part of standard error that is used. */
interface Output {
  write(text: string): unknown;
  on(event: 'error', listener: () => void): unknown;
}

export function surviveFaults(source: Pick<NodeJS.Process, 'on'>, output: Output): void {
  const report = (thrown: unknown): void => {
    const { stack, message } = asTokentrayError(thrown);
    output.write(`Tokentray met a fault of its own. ${stack ?? message}\n`);
  };
  source.on('uncaughtException', report);
  source.on('unhandledRejection', report);
  // The terminal was closed. Reporting that there would fail again, and again.
  output.on('error', () => undefined);
}
