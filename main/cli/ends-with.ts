/** The end of a command that has said everything itself. */
import type { ExitCode } from './exit-code.ts';

/** Thrown by commands whose report is their output whatever it says; nothing more is printed. */
export class EndsWith extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super(`ends with ${exitCode}`);
    this.name = 'EndsWith';
    this.exitCode = exitCode;
  }
}
