/** `app.commandLine`: switches for Chromium, which only count before it starts. */
import type { Lifecycle } from './lifecycle.ts';

type Offered = Pick<Electron.CommandLine, 'appendSwitch' | 'getSwitchValue' | 'hasSwitch' | 'removeSwitch'>;

export function createCommandLine(lifecycle: Lifecycle, words: readonly string[]): Offered {
  const switches = new Map<string, string>();
  for (const word of words) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== undefined) switches.set(name, value);
  }
  return {
    appendSwitch(name, value = '') {
      lifecycle.requireNotReady('app.commandLine.appendSwitch should be called');
      switches.set(name, value);
    },
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    removeSwitch(name) {
      lifecycle.requireNotReady('app.commandLine.removeSwitch should be called');
      switches.delete(name);
    },
  };
}
