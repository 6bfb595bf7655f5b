import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../main/transfer/read-document.ts';
import { openSealedExport, sealExport } from '../../../main/transfer/sealed-export.ts';
import type { SealedForm } from '../../../main/transfer/sealed-form.ts';

const passphrase = 'four words of CANARY';
const profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' } as const;
const origin = 'https://acme.api.identitynow.com';
const entries = [{ profile, secrets: { clientSecret: 'secret-CANARY' }, origin }];
/** A vault's cost would make a test take a second. */
const cost = 2 ** 12;

const sealed = await sealExport(entries, passphrase, cost);

async function formOf(text: string): Promise<SealedForm> {
  const form = (await readDocument(text))?.sealed;
  if (form === undefined) throw new Error('no encrypted export');
  return form;
}

const open = async (text: string, words = passphrase) => openSealedExport(await formOf(text), words);

function changed(change: (document: { version: number; encrypted: Record<string, string> }) => void): string {
  const document = JSON.parse(sealed) as { version: number; encrypted: Record<string, string> };
  change(document);
  return JSON.stringify(document);
}

describe('an encrypted export', () => {
  it('holds the profiles, their secrets, and where those may go', async () => {
    expect(await open(sealed)).toMatchObject({
      profiles: [{ draft: profile, secrets: { clientSecret: 'secret-CANARY' }, boundOrigin: origin }],
    });
  });

  it('shows neither secrets nor names, in any encoding', () => {
    const { encrypted } = JSON.parse(sealed) as { encrypted: Record<string, string> };
    const decoded = Object.values(encrypted).map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const text of [sealed, ...decoded]) expect(text).not.toMatch(/CANARY|acme|clientSecret/);
  });

  it('is opened by the same words typed on another system', async () => {
    const composed = await sealExport(entries, 'Zürich is large enough'.normalize('NFC'), cost);
    await expect(open(composed, 'Zürich is large enough'.normalize('NFD'))).resolves.toBeDefined();
  });

  it('is not made with a passphrase that is soon found', async () => {
    for (const weak of ['', 'short', 'aaaaaaaaaaaaaaaaaaaaaa']) {
      await expect(sealExport(entries, weak, cost)).rejects.toMatchObject({ code: 'config.passphrase_weak' });
    }
  });
});

describe('what does not open', () => {
  it('another passphrase', async () => {
    await expect(open(sealed, 'five words of another')).rejects.toMatchObject({ code: 'config.export_locked' });
  });

  it.each(['iv', 'ciphertext', 'tag'])('a changed %s', async (member) => {
    const other = changed(({ encrypted }) => {
      const value = encrypted[member] ?? '';
      encrypted[member] = `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
    });
    await expect(open(other)).rejects.toMatchObject({ code: 'config.export_locked' });
  });

  it('a header that asks for more work than a vault does, before any is done', async () => {
    const other = changed(({ encrypted }) => {
      const header = JSON.parse(Buffer.from(encrypted['protected'] ?? '', 'base64url').toString()) as { kdf: object };
      header.kdf = { ...header.kdf, n: 2 ** 30 };
      encrypted['protected'] = Buffer.from(JSON.stringify(header)).toString('base64url');
    });
    await expect(open(other)).rejects.toMatchObject({ code: 'config.file_invalid' });
  });

  it('a header of another program', async () => {
    const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');
    const other = changed(({ encrypted }) => (encrypted['protected'] = header));
    await expect(open(other)).rejects.toMatchObject({ code: 'config.file_invalid' });
  });
});

describe('a file that is not whole', () => {
  it.each([
    ['cut off', sealed.slice(0, -40)],
    ['without its tag', changed(({ encrypted }) => delete encrypted['tag'])],
    ['of a newer version', changed((document) => (document.version = 2))],
    ['with a further field', JSON.stringify({ ...(JSON.parse(sealed) as object), more: 1 })],
  ])('%s', async (_, text) => {
    await expect(readDocument(text)).rejects.toMatchObject({ code: 'config.file_invalid' });
  });
});

describe('what is in it', () => {
  it('is refused where a secret says not where it may go', async () => {
    const nowhere = await sealExport([{ profile, secrets: { clientSecret: 'secret-CANARY' } }], passphrase, cost);
    await expect(open(nowhere)).rejects.toMatchObject({ code: 'config.file_invalid' });
  });
});
