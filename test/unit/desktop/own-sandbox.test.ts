import { describe, expect, it } from 'vitest';
import { requireSandbox } from '../../../main/desktop/own-sandbox.ts';

const commandLine = (...given: readonly string[]) => ({ hasSwitch: (name: string) => given.includes(name) });

describe('requireSandbox', () => {
  it('refuses an AppImage that turned the sandbox off', () => {
    expect(() => requireSandbox(commandLine('no-sandbox'), '/home/jane/tokentray.AppImage')).toThrow(
      expect.objectContaining({ code: 'config.sandbox_off' }),
    );
  });

  it('lets an AppImage run in its sandbox', () => {
    expect(() => requireSandbox(commandLine(), '/home/jane/tokentray.AppImage')).not.toThrow();
  });

  it('leaves it to whoever starts the program by hand', () => {
    expect(() => requireSandbox(commandLine('no-sandbox'), undefined)).not.toThrow();
  });
});
