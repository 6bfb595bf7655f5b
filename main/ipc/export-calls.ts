/** The call of the export: profiles into a file that the person chooses, with their secrets only where a passphrase locks it. */
import type { ExportReply } from '../../preload/import-views.ts';
import { TokentrayError } from '../errors.ts';
import { exportProfiles } from '../profiles/transfer.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import { writeDocumentFile } from '../transfer/document-file.ts';
import { exportEntries } from '../transfer/export-entries.ts';
import { isPassphraseWeak } from '../transfer/passphrase-worth.ts';
import type { CallsOf } from './answer.ts';
import type { CallPorts, Desktop } from './ports.ts';

export function exportCalls(
  { storage: { profiles } }: Pick<CallPorts, 'storage'>,
  desktop: Pick<Desktop, 'chooseTarget'>,
): CallsOf<'exports'> {
  return {
    async 'exports.save'({ ids, passphrase }): Promise<ExportReply> {
      if (passphrase !== undefined && isPassphraseWeak(passphrase)) throw new TokentrayError('config.passphrase_weak');
      const stored = profiles.list().filter(({ id }) => ids === undefined || ids.includes(id));
      const damaged = profiles.damaged().filter(({ id }) => ids === undefined || ids.includes(id));
      if (stored.length === 0) throw new TokentrayError('config.profile_not_found');
      const path = await desktop.chooseTarget(fileNameFor(stored, passphrase !== undefined));
      if (path === null) return { outcome: 'cancelled' };
      await writeDocumentFile(path, await textOf(stored, passphrase));
      return {
        outcome: 'saved',
        path,
        count: stored.length,
        leftOut: damaged.map(({ name }) => name),
        hasSessions: stored.some(({ profile }) => holdsSession(profile)),
      };
    },
  };

  async function textOf(stored: readonly StoredProfile[], passphrase: string | undefined): Promise<string> {
    if (passphrase === undefined) return exportProfiles(stored.map(({ profile }) => profile));
    const { sealExport } = await import('../transfer/sealed-export.ts');
    return sealExport(await exportEntries(profiles, stored), passphrase);
  }
}

function fileNameFor([first, ...others]: readonly StoredProfile[], isSealed: boolean): string {
  const name = others.length === 0 && first !== undefined ? first.profile.name : 'tokentray-profiles';
  return isSealed ? `${name}.encrypted.json` : `${name}.json`;
}
