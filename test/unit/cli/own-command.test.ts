import { describe, expect, it } from 'vitest';
import { ownCommand } from '../../../main/cli/own-command.ts';
import type { OwnStart } from '../../../main/cli/own-command.ts';

const installed: OwnStart = {
  environment: {},
  home: undefined,
  platform: 'linux',
  execPath: '/usr/bin/node',
  script: '/usr/local/bin/tokentray',
};

const written = (over: Partial<OwnStart>) => ownCommand(['token', 'acme'], { ...installed, ...over }).line.join(' ');

describe('ownCommand', () => {
  it('is the bare program where it was called by its name', () => {
    expect(written({})).toBe('tokentray token acme');
  });

  it('goes through npm, in the present folder, when npm started this program', () => {
    const start = { ...installed, environment: { npm_lifecycle_event: 'start' } };
    expect(ownCommand(['list'], start)).toStrictEqual({
      line: ['npm', 'run', '-s', 'tokentray', '--', 'list'],
      here: true,
    });
  });

  it('names Node and the script when that is how it was started', () => {
    expect(written({ script: '/srv/my tools/tokentray.js' })).toBe(
      "/usr/bin/node '/srv/my tools/tokentray.js' token acme",
    );
  });

  it('names the data folder that is used', () => {
    expect(written({ home: '/tmp/demo-1' })).toBe('TOKENTRAY_HOME=/tmp/demo-1 tokentray token acme');
  });

  it('quotes a folder that a shell would take apart', () => {
    expect(written({ home: "/tmp/it's $HOME" })).toBe(`TOKENTRAY_HOME='/tmp/it'\\''s $HOME' tokentray token acme`);
  });

  it('is written for PowerShell on Windows', () => {
    const home = String.raw`C:\it's`;
    expect(written({ home, platform: 'win32', script: String.raw`C:\npm\tokentray.js` })).toBe(
      String.raw`$env:TOKENTRAY_HOME = 'C:\it''s'; tokentray token acme`,
    );
  });
});
