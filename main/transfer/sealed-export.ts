/**
 * Profiles with their secrets as one file that only a passphrase opens: a JWE (RFC 7516) whose key is derived by scrypt, with
 * the parameters of the vault; they stand in the header, which is authenticated.
 */
import { FlattenedEncrypt, decodeProtectedHeader, flattenedDecrypt } from 'jose';
import { TokentrayError } from '../errors.ts';
import { isPlainObject } from '../profiles/plain-object.ts';
import type { Profile, Secrets } from '../profiles/profile.ts';
import { defaultScryptCost, derivePassphraseKey, newKdf } from '../storage/passphrase-key.ts';
import type { FoundDocument, FoundProfile } from './found.ts';
import { isPassphraseWeak } from './passphrase-worth.ts';
import { sealedFormatVersion, sealedSource } from './sealed-form.ts';
import type { SealedForm } from './sealed-form.ts';
import { assertFewEnough, fileInvalid, readStrictJson } from './strict-json.ts';

const headerType = 'tokentray-export+jwe';
const contentType = 'application/vnd.tokentray.export+json';

export interface ExportedProfile {
  readonly profile: Profile;
  readonly secrets?: Secrets;
  /** The only origin that the secrets may be sent to. */
  readonly origin?: string;
}

/** Pretty JSON that ends in a newline. Rejects with `config.passphrase_weak`. */
export async function sealExport(
  profiles: readonly ExportedProfile[],
  passphrase: string,
  scryptCost: number = defaultScryptCost,
): Promise<string> {
  if (isPassphraseWeak(passphrase)) throw new TokentrayError('config.passphrase_weak');
  const kdf = newKdf(scryptCost);
  const key = await derivePassphraseKey(passphrase, kdf);
  const plain = new TextEncoder().encode(JSON.stringify({ version: sealedFormatVersion, profiles }));
  const {
    protected: header,
    iv,
    ciphertext,
    tag,
  } = await new FlattenedEncrypt(plain)
    .setProtectedHeader({
      alg: 'dir',
      enc: 'A256GCM',
      typ: headerType,
      cty: contentType,
      kdf: JSON.parse(kdf) as unknown,
    })
    .encrypt(key);
  key.fill(0);
  plain.fill(0);
  return `${JSON.stringify({ version: sealedFormatVersion, encrypted: { protected: header, iv, ciphertext, tag } }, null, 2)}\n`;
}

/** Rejects with `config.export_locked`, or with `config.file_invalid` for what this version did not write. */
export async function openSealedExport(form: SealedForm, passphrase: string): Promise<FoundDocument> {
  const key = await derivePassphraseKey(passphrase, kdfOf(form)).catch(() => {
    throw fileInvalid('what it says of its passphrase cannot be right');
  });
  const { plaintext } = await flattenedDecrypt({ ...form }, key, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  }).catch(() => {
    throw new TokentrayError('config.export_locked');
  });
  key.fill(0);
  const content = readStrictJson(new TextDecoder().decode(plaintext));
  plaintext.fill(0);
  return { source: sealedSource, profiles: profilesIn(content), problems: [] };
}

/** As JSON, for `derivePassphraseKey`, which judges it before any work is done. */
function kdfOf(form: SealedForm): string {
  const header = headerOf(form);
  if (header['typ'] !== headerType || !isPlainObject(header['kdf'])) {
    throw fileInvalid('it is encrypted, and not by Tokentray');
  }
  return JSON.stringify(header['kdf']);
}

function headerOf(form: SealedForm): Readonly<Record<string, unknown>> {
  try {
    return decodeProtectedHeader({ ...form });
  } catch {
    throw fileInvalid('its header cannot be read: the file may have been changed');
  }
}

function profilesIn(content: unknown): readonly FoundProfile[] {
  const isOurs =
    isPlainObject(content) && content['version'] === sealedFormatVersion && Array.isArray(content['profiles']);
  if (!isOurs) throw fileInvalid('what is encrypted in it is no export of this version');
  const profiles = content['profiles'] as readonly unknown[];
  assertFewEnough(profiles);
  return profiles.map(foundProfile);
}

function foundProfile(entry: unknown): FoundProfile {
  const { profile, secrets = {}, origin, ...others } = isPlainObject(entry) ? entry : {};
  const isRight =
    isPlainObject(profile) &&
    isPlainObject(secrets) &&
    (origin === undefined || typeof origin === 'string') &&
    Object.keys(others).length === 0;
  // A secret without its host could be sent anywhere.
  if (!isRight || (Object.keys(secrets).length > 0 && origin === undefined)) {
    throw fileInvalid('a profile in it is not whole, or has a field that no export of this version has');
  }
  return { draft: profile, secrets, ...(origin === undefined ? {} : { boundOrigin: origin }), notes: [] };
}
