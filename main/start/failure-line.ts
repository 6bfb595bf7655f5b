/** Finds, in what a failed program printed, the one line that says why. */

const stackFrame = /^\s+at /;
const cause = /\[cause\]: (?:\w*Error: )?(?<reason>.+?)[\s{]*$/m;

/** Without the error's class and the stack; `no reason given` when there is none. */
export function failureLine(output: string): string {
  const reason = cause.exec(output)?.groups?.['reason'];
  if (reason !== undefined) return reason;
  const first = output.split('\n').find((line) => line.trim() !== '' && !stackFrame.test(line));
  return (first ?? 'no reason given').trim().replace(/^\w*Error: /, '');
}
