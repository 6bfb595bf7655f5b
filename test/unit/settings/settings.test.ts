import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { secondsOf, settingValue } from '../../../main/settings/setting-value.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import type { Settings } from '../../../main/settings/settings.ts';
import type { SettingStore } from '../../../main/storage/storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokentray-settings-'));
const caFile = join(folder, 'ca.pem');
writeFileSync(caFile, rootCertificates.slice(0, 2).join('\n'));
const noCaFile = join(folder, 'notes.txt');
writeFileSync(noCaFile, 'CANARY');
afterAll(() => rmSync(folder, { recursive: true }));

let rows: Map<string, unknown>;
let settings: Settings;

beforeEach(() => {
  rows = new Map();
  const store: SettingStore = {
    get: (key) => rows.get(key),
    set: async (key, value) => void (value === undefined ? rows.delete(key) : rows.set(key, value)),
  };
  settings = createSettings(store);
});

async function refusalOf(change: Promise<void>): Promise<TokentrayError> {
  const error: unknown = await change.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TokentrayError) return error;
  throw new Error('was accepted');
}

describe.each([
  ['proxy', 'http://proxy.example.com:8080', 'http://proxy.example.com:8080'],
  ['proxy', 'https://proxy.example.com/', 'https://proxy.example.com'],
  ['proxy', ' proxy.example.com:3128 ', 'http://proxy.example.com:3128'],
  ['caFile', caFile, caFile],
  ['defaultProfile', '0d8f6c1e', '0d8f6c1e'],
  ['theme', 'dark', 'dark'],
  ['clipboardSeconds', '0', '0'],
  ['clipboardSeconds', '0090', '90'],
  ['startAtLogin', 'on', 'on'],
  ['refreshEarlySeconds', '0300', '300'],
  ['productionGuard', 'off', 'off'],
  ['productionClipboardSeconds', '0', '0'],
  ['notifyRejected', 'off', 'off'],
  ['quickSwitcherShortcut', 'shift+ctrl+k', 'Control+Shift+K'],
] as const)('setting %s to %j', (key, text, value) => {
  it(`keeps ${value}`, async () => {
    await settings.set(key, text);
    expect(settings.get(key)).toBe(value);
  });
});

describe.each([
  ['an empty proxy', 'proxy', ' '],
  ['a proxy that is no URL', 'proxy', 'http://'],
  ['a SOCKS proxy', 'proxy', 'socks5://proxy.example.com:1080'],
  ['a proxy with a password', 'proxy', 'http://jane:CANARY@proxy.example.com:8080'],
  ['a proxy with a user only', 'proxy', 'http://CANARY@proxy.example.com:8080'],
  ['a proxy with a path', 'proxy', 'http://proxy.example.com/proxy.pac'],
  ['a relative file', 'caFile', 'ca.pem'],
  ['a file that is not there', 'caFile', join(folder, 'missing.pem')],
  ['a folder', 'caFile', folder],
  ['a file without a certificate', 'caFile', noCaFile],
  ['an unknown setting', 'colour', 'dark'],
  ['a theme that there is not', 'theme', 'CANARY'],
  ['a switch that is neither on nor off', 'notifications', 'yes'],
  ['a time below zero', 'clipboardSeconds', '-1'],
  ['a time with a unit', 'clipboardSeconds', '60s'],
  ['a time of more than a day', 'clipboardSeconds', '86401'],
  ['a margin of more than an hour', 'refreshEarlySeconds', '3601'],
  ['a guard that is neither on nor off', 'productionGuard', 'ask'],
  ['a shortcut that is none', 'quickSwitcherShortcut', 'CANARY'],
  ['a shortcut that takes a letter away', 'quickSwitcherShortcut', 'K'],
  ['a setting named like a method', 'toString', 'x'],
])('setting %s', (_name, key, text) => {
  it('is refused, stores nothing and repeats no secret', async () => {
    const { code, data, message } = await refusalOf(settings.set(key, text));
    expect(code).toBe('config.setting_invalid');
    expect(rows.size).toBe(0);
    expect(JSON.stringify([data, message])).not.toContain('CANARY');
  });
});

it.each([
  ['prxy', 'proxy'],
  ['ca-file', 'caFile'],
  ['colour', undefined],
])('suggests for %s the setting %s', async (key, suggestion) => {
  expect((await refusalOf(settings.set(key, 'x'))).data.suggestion).toBe(suggestion);
});

it('goes back to the default', async () => {
  await settings.set('proxy', 'http://proxy.example.com:8080');
  await settings.unset('proxy');
  expect(settings.get('proxy')).toBeUndefined();
});

it('refuses to unset what is no setting', async () => {
  expect((await refusalOf(settings.unset('prxy'))).data.suggestion).toBe('proxy');
});

it('lists what a person may set, with its value', async () => {
  await settings.set('proxy', 'http://proxy.example.com:8080');
  await settings.set('defaultProfile', '0d8f6c1e');
  expect(settings.list()).toContainEqual({
    key: 'proxy',
    value: 'http://proxy.example.com:8080',
    isDefault: false,
    help: expect.any(String),
  });
  expect(settings.list()).toContainEqual({ key: 'caFile', value: null, isDefault: true, help: expect.any(String) });
  expect(settings.list().map(({ key }) => key)).not.toContain('defaultProfile');
});

it('has the default while nothing is set', async () => {
  expect(settingValue(settings, 'clipboardSeconds')).toBe('60');
  await settings.set('clipboardSeconds', '15');
  expect(settingValue(settings, 'clipboardSeconds')).toBe('15');
});

it('reads a row that is no text as not set', () => {
  rows.set('proxy', { host: 'x' });
  expect(settings.get('proxy')).toBeUndefined();
});

describe('a number of seconds', () => {
  it('that this version would not have stored counts as not set', () => {
    rows.set('refreshEarlySeconds', 'soon');
    expect(secondsOf(settings, 'refreshEarlySeconds')).toBe(60);
    rows.set('refreshEarlySeconds', '90');
    expect(secondsOf(settings, 'refreshEarlySeconds')).toBe(90);
  });
});
