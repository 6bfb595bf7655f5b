import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportCalls } from '../../../main/ipc/export-calls.ts';
import { parseImport } from '../../../main/profiles/transfer.ts';
import { readDocument } from '../../../main/transfer/read-document.ts';
import { openSealedExport } from '../../../main/transfer/sealed-export.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

const passphrase = 'four words of CANARY';

let application: CallApplication;
let folder: string;
/** What was proposed as the file's name. */
let proposed: string[];
let target: string | null;
beforeEach(() => {
  application = new CallApplication();
  folder = mkdtempSync(join(tmpdir(), 'tokentray-export-'));
  proposed = [];
  target = join(folder, 'export.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function save(input: { ids?: string[]; passphrase?: string } = {}) {
  const chooseTarget = async (name: string) => {
    proposed.push(name);
    return target;
  };
  return exportCalls(application.ports, { chooseTarget })['exports.save'](input);
}

const written = () => readFileSync(target ?? '', 'utf8');

describe('an export without secrets', () => {
  it('holds the definitions of those that were chosen', async () => {
    const id = await application.add('one');
    await application.add('two');
    expect(await save({ ids: [id] })).toMatchObject({ outcome: 'saved', count: 1, path: target });
    expect(parseImport(written()).profiles).toMatchObject([{ name: 'one' }]);
    expect(written()).not.toContain('CANARY');
    expect(proposed).toEqual(['one.json']);
  });

  it('is readable by its owner alone', async () => {
    await application.add();
    await save();
    expect(statSync(target ?? '').mode & 0o077).toBe(0);
  });

  it('writes nothing where no file was chosen', async () => {
    await application.add();
    target = null;
    expect(await save()).toEqual({ outcome: 'cancelled' });
  });

  it('that cannot be written is told', async () => {
    await application.add();
    target = join(folder, 'not-there', 'export.json');
    await expect(save()).rejects.toMatchObject({ code: 'config.file_unwritable' });
  });
});

describe('an export with secrets', () => {
  it('holds them behind the passphrase, with the host of each', async () => {
    await application.add();
    await save({ passphrase });
    expect(written()).not.toMatch(/CANARY|identitynow/);
    const sealed = (await readDocument(written()))?.sealed;
    if (sealed === undefined) throw new Error('it is not encrypted');
    expect(await openSealedExport(sealed, passphrase)).toMatchObject({
      profiles: [{ secrets: { clientSecret: 'secret-CANARY-1' }, boundOrigin: 'https://acme.api.identitynow.com' }],
    });
  });

  it('is refused with a weak passphrase before anybody is asked for a file', async () => {
    await application.add();
    await expect(save({ passphrase: 'short' })).rejects.toMatchObject({ code: 'config.passphrase_weak' });
    expect(proposed).toEqual([]);
  });
});
