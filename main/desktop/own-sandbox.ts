/** Holds an AppImage to the sandbox: by itself it goes on without one where the system lets programs make none. */
import type { CommandLine } from 'electron';
import { TokentrayError } from '../errors.ts';

/** Throws `config.sandbox_off`. `appImage`: the file that this application runs from, where it is one. */
export function requireSandbox(commandLine: Pick<CommandLine, 'hasSwitch'>, appImage: string | undefined): void {
  if (appImage !== undefined && commandLine.hasSwitch('no-sandbox')) {
    throw new TokentrayError('config.sandbox_off');
  }
}
