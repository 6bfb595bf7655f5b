/** A fault of the program itself neither ends it nor shows what it holds: messages of foreign errors may quote secrets. */
import { asTokentrayError } from '../errors.ts';

export function surviveFaults(source: Pick<NodeJS.Process, 'on'>, write: (text: string) => void): void {
  const report = (thrown: unknown): void => {
    const { stack, message } = asTokentrayError(thrown);
    write(`Tokentray met a fault of its own. ${stack ?? message}\n`);
  };
  source.on('uncaughtException', report);
  source.on('unhandledRejection', report);
}
