import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStartAtLogin } from '../../../main/desktop/start-at-login.ts';

let config: string;
let items: unknown[];
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'tokentray-login-'));
  items = [];
});
afterEach(() => rmSync(config, { recursive: true }));

const entry = () => join(config, 'autostart', 'dev.tokentray.app.desktop');
const set = (
  isOn: boolean,
  platform: NodeJS.Platform,
  environment: Record<string, string> = {},
  words: readonly string[] = ['--hidden'],
) =>
  setStartAtLogin(isOn, {
    app: { setLoginItemSettings: (item) => void items.push(item) },
    platform,
    environment: { XDG_CONFIG_HOME: config, ...environment },
    command: { program: '/opt/Tokentray/tokentray', arguments: words },
  });

describe('starting at login', () => {
  it('is a file on Linux, which is gone again when it is switched off', () => {
    set(true, 'linux');
    expect(readFileSync(entry(), 'utf8')).toContain('Exec=/opt/Tokentray/tokentray --hidden\n');
    set(false, 'linux');
    expect(existsSync(entry())).toBe(false);
  });

  it('keeps to the data folder that was chosen', () => {
    set(true, 'linux', { TOKENTRAY_HOME: '/data/tokens' });
    expect(readFileSync(entry(), 'utf8')).toContain('Exec=env TOKENTRAY_HOME=/data/tokens /opt');
  });

  it('can be switched off where it never was on', () => {
    set(false, 'linux');
    expect(existsSync(entry())).toBe(false);
  });

  it('leaves quoting to Electron on Windows', () => {
    set(true, 'win32', {}, ['C:\\Jane Doe\\sources', '--hidden']);
    expect(items).toMatchObject([{ args: ['C:\\Jane Doe\\sources', '--hidden'] }]);
  });

  it.each([
    ['darwin', { openAtLogin: true }],
    ['win32', { openAtLogin: true, path: '/opt/Tokentray/tokentray', args: ['--hidden'] }],
  ] as const)('is the matter of the system on %s', (platform, item) => {
    set(true, platform);
    expect(items).toEqual([item]);
    expect(existsSync(entry())).toBe(false);
  });
});
