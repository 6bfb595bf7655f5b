/** How an encrypted export looks before it is opened: told from everything else, and checked member by member. */
import { isPlainObject } from '../profiles/plain-object.ts';
import type { FoundDocument } from './found.ts';
import { fileInvalid } from './strict-json.ts';

export const sealedFormatVersion = 1;

/** A flattened JWE (RFC 7516 section 7.2.2). */
export interface SealedForm {
  readonly protected: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
}

const members = ['protected', 'iv', 'ciphertext', 'tag'] as const;

export const sealedSource = 'encrypted Tokentray export';

/** Undefined for anything else. Throws `config.file_invalid` for one that is cut off, or of another version. */
export function readSealedForm(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value) || !('encrypted' in value) || 'profiles' in value) return undefined;
  const { version, encrypted, ...others } = value;
  if (version !== sealedFormatVersion) {
    const isNewer = typeof version === 'number' && version > sealedFormatVersion;
    throw fileInvalid(
      isNewer
        ? 'it was written by a newer Tokentray: update Tokentray to read it'
        : `its "version" must be ${sealedFormatVersion}`,
    );
  }
  if (Object.keys(others).length > 0) throw fileInvalid('there is a field in it that no encrypted export has');
  if (!isSealedForm(encrypted)) throw fileInvalid('its "encrypted" is not whole: the file may have been cut off');
  return { source: sealedSource, sealed: encrypted, profiles: [], problems: [] };
}

function isSealedForm(value: unknown): value is SealedForm {
  return (
    isPlainObject(value) &&
    Object.keys(value).length === members.length &&
    members.every((name) => typeof value[name] === 'string' && /^[A-Za-z0-9_-]+$/.test(value[name]))
  );
}
