/** Holds an AppImage to the sandbox: by itself it goes on without one where the system lets programs make none. */
import type { CommandLine } from 'electron';
import { TokentrayError } from '../errors.ts';

/** Throws `config.sandbox_off`. */
export function requireSandbox(
  commandLine: Pick<CommandLine, 'hasSwitch'>,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  if (environment['APPIMAGE'] !== undefined && commandLine.hasSwitch('no-sandbox')) {
    throw new TokentrayError('config.sandbox_off');
  }
}
