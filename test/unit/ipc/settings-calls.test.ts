import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { beforeEach, describe, expect, it } from 'vitest';
import { settingsCalls } from '../../../main/ipc/settings-calls.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

let application: CallApplication;
let chosen: string | null = null;
let calls: ReturnType<typeof settingsCalls>;
beforeEach(() => {
  application = new CallApplication();
  calls = settingsCalls(application.ports, { chooseCertificates: async () => chosen });
});

const item = async (key: string) => (await calls['settings.list'](undefined)).items.find((each) => each.key === key);

describe('the settings page', () => {
  it('shows the default of what was not set', async () => {
    await expect(item('clipboardSeconds')).resolves.toMatchObject({ kind: 'seconds', value: '60', isDefault: true });
  });

  it('offers the choices there are', async () => {
    const theme = await item('theme');
    expect(theme?.choices?.map(({ value }) => value)).toEqual(['system', 'light', 'dark']);
  });

  it('does not show what is set elsewhere', async () => {
    await expect(item('defaultProfile')).resolves.toBeUndefined();
  });

  it('sets a value, and goes back to the default', async () => {
    await calls['settings.set']({ key: 'theme', value: 'dark' });
    await expect(item('theme')).resolves.toMatchObject({ value: 'dark', isDefault: false });
    await calls['settings.set']({ key: 'theme', value: null });
    await expect(item('theme')).resolves.toMatchObject({ value: 'system', isDefault: true });
  });

  it('sets several values, or none when one of them cannot be', async () => {
    await calls['settings.setAll']({ values: { theme: 'dark', logLevel: 'debug' } });
    const refused = async () => calls['settings.setAll']({ values: { theme: null, logLevel: 'loud' } });
    await expect(refused()).rejects.toMatchObject({ code: 'config.setting_invalid' });
    expect([(await item('theme'))?.value, (await item('logLevel'))?.value]).toEqual(['dark', 'debug']);
  });

  it('trusts the file that is chosen, and leaves all as it is where none is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokentray-settings-'));
    chosen = join(folder, 'ca.pem');
    writeFileSync(chosen, rootCertificates[0] ?? '');
    try {
      await calls['settings.chooseCaFile'](undefined);
      chosen = null;
      await calls['settings.chooseCaFile'](undefined);
      await expect(item('caFile')).resolves.toMatchObject({ value: join(folder, 'ca.pem') });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses a value that cannot be', async () => {
    await expect(calls['settings.set']({ key: 'theme', value: 'loud' })).rejects.toMatchObject({
      code: 'config.setting_invalid',
    });
  });
});
