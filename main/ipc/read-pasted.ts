/** Text that was pasted into a form, made into what the form needs: the secrets in it stay in main. */
import type { PastedReply } from '../../preload/import-views.ts';
import type { SecretKind } from '../profiles/profile.ts';
import { readDocument } from '../transfer/read-document.ts';
import type { OpenImports } from './open-imports.ts';
import type { PastedSecrets } from './pasted-secrets.ts';
import { inWindowWords } from './window-words.ts';

export interface PastePorts {
  readonly pasted: PastedSecrets;
  readonly imports: OpenImports;
}

/** Null for text of no known kind. Rejects with `config.file_invalid` for text of a known kind that cannot be read. */
export async function readPasted({ pasted, imports }: PastePorts, text: string): Promise<PastedReply | null> {
  const document = await readDocument(text);
  if (document === undefined) return null;
  const { source, profiles, problems, isPart = false } = document;
  const [profile] = profiles;
  if (document.sealed !== undefined) {
    return { outcome: 'several', source, count: null, importId: imports.open({ document, fileName: null }) };
  }
  if (profile === undefined) return { outcome: 'nothing', source, problems: problems.map(inWindowWords) };
  if (profiles.length > 1) {
    const importId = imports.open({ document, fileName: null });
    return { outcome: 'several', source, count: profiles.length, importId };
  }
  const { draft, secrets, notes } = profile;
  return {
    outcome: 'draft',
    source,
    draft,
    isPart,
    secrets: Object.keys(secrets) as SecretKind[],
    pasted: pasted.keep(secrets),
    notes: [...notes, ...problems].map(inWindowWords),
  };
}
