/** The stored parameters of a passphrase, which somebody else may have written. */
import { describe, expect, it } from 'vitest';
import { derivePassphraseKey, newKdf } from '../../../main/storage/passphrase-key.ts';

const good = { name: 'scrypt', n: 1_024, r: 8, p: 1, salt: Buffer.alloc(16, 7).toString('base64') };

describe('the key of a passphrase', () => {
  it('is the same for the same passphrase and parameters', async () => {
    const kdf = newKdf(2);
    expect(await derivePassphraseKey('CANARY', kdf)).toEqual(await derivePassphraseKey('CANARY', kdf));
  });

  it('is another one under another salt', async () => {
    expect(await derivePassphraseKey('CANARY', newKdf(2))).not.toEqual(await derivePassphraseKey('CANARY', newKdf(2)));
  });

  it('is what scrypt gives for these parameters (RFC 7914)', async () => {
    const key = await derivePassphraseKey('pleaseletmein', JSON.stringify(good));
    expect(key.toString('hex')).toBe('3a6787277d33c9679828c27273979cb730fa32ba1dd22d5fa4d7adec5c6a460e');
  });

  it('can be had at the cost of a new vault', async () => {
    await expect(derivePassphraseKey('CANARY', newKdf(2 ** 17))).resolves.toHaveLength(32);
  });

  it.each<[string, unknown]>([
    ['another function', { ...good, name: 'md5' }],
    ['more memory than a machine has', { ...good, n: 2 ** 40 }],
    ['four times the memory of a new vault, and one step more', { ...good, n: 2 ** 20 }],
    ['a block size that asks for as much', { ...good, r: 2 ** 30 }],
    ['work for hours', { ...good, p: 2 ** 20 }],
    ['a cost that is no power of two', { ...good, n: 1_000 }],
    ['no cost', { ...good, n: 1 }],
    ['a negative cost', { ...good, n: -1_024 }],
    ['a cost that is no number', { ...good, n: '1024' }],
    ['a fraction', { ...good, p: 1.5 }],
    ['no block size', { ...good, r: 0 }],
    ['a short salt', { ...good, salt: 'AAAA' }],
    ['no salt', { ...good, salt: undefined }],
    ['nothing', null],
    ['a list', [1, 2]],
  ])('is refused before any work is done when the parameters ask for %s', async (_, parameters) => {
    const deriving = derivePassphraseKey('CANARY', JSON.stringify(parameters));
    await expect(deriving).rejects.toMatchObject({ code: 'storage.vault_damaged' });
  });

  it.each([
    ['no JSON', '{'],
    ['absent', null],
  ])('is refused when the parameters are %s', async (_, kdf) => {
    await expect(derivePassphraseKey('CANARY', kdf)).rejects.toMatchObject({ code: 'storage.vault_damaged' });
  });
});
