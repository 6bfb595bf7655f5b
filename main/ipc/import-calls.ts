/** Calls of the import: what a document holds, what would come of it, and storing it all at once. */
import { basename } from 'node:path';
import type { CallInput } from '../../preload/contract.ts';
import type { ImportReply, ImportView } from '../../preload/import-views.ts';
import { TokentrayError } from '../errors.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import type { ItemChoice } from '../transfer/chosen-draft.ts';
import { readDocumentFile } from '../transfer/document-file.ts';
import { entriesOf, planImport } from '../transfer/import-plan.ts';
import type { PlannedProfile } from '../transfer/import-plan.ts';
import { readImport } from '../transfer/read-import.ts';
import type { CallsOf } from './answer.ts';
import type { AppliedImports } from './applied-imports.ts';
import { importView } from './import-view.ts';
import type { OpenImports } from './open-imports.ts';
import type { CallPorts, Desktop } from './ports.ts';

export interface ImportPorts {
  readonly ports: Pick<CallPorts, 'storage' | 'enrolment'>;
  readonly desktop: Pick<Desktop, 'chooseFile'>;
  readonly imports: OpenImports;
  readonly applied: AppliedImports;
}

export function importCalls({ ports, desktop, imports, applied }: ImportPorts): CallsOf<'imports'> {
  const { storage } = ports;

  async function open(text: string, fileName: string | null): Promise<ImportView> {
    return show(imports.open({ document: await readImport(text), fileName }), []);
  }

  function plan(id: string, choices: Choices): readonly PlannedProfile[] {
    return planImport(storage.profiles, imports.get(id).document, byIndex(choices));
  }

  function show(id: string, choices: Choices): ImportView {
    return importView(id, imports.get(id), plan(id, choices));
  }

  return {
    async 'imports.choose'() {
      const path = await desktop.chooseFile();
      return path === null ? null : open(await readDocumentFile(path), basename(path));
    },
    'imports.read': ({ text, fileName }) => open(text, fileName ?? null),
    async 'imports.unlock'({ id, passphrase }) {
      const { document, fileName } = imports.get(id);
      if (document.sealed === undefined) return show(id, []);
      const { openSealedExport } = await import('../transfer/sealed-export.ts');
      const opened = await openSealedExport(document.sealed, passphrase);
      // Throws where it was discarded meanwhile: its secrets are not kept for nobody.
      imports.get(id);
      imports.put(id, { document: opened, fileName });
      return show(id, []);
    },
    'imports.preview': ({ id, choices }) => show(id, choices),
    async 'imports.apply'({ id, choices }): Promise<ImportReply> {
      const planned = plan(id, choices).filter(({ action }) => action !== 'skip');
      assertRight(planned);
      const stored = await ports.enrolment.addMany(entriesOf(planned));
      imports.forget(id);
      return {
        undoUntilMs: applied.keep(id, stored),
        results: stored.profiles.map(({ id: profileId, profile }, place) => ({
          id: profileId,
          name: profile.name,
          outcome: planned[place]?.action === 'replace' ? 'replaced' : 'added',
          missing: planned[place]?.missing ?? [],
          needsSignIn: holdsSession(profile) && planned[place]?.secrets.refreshToken === undefined,
        })),
      };
    },
    async 'imports.undo'({ id }) {
      const stored = applied.take(id);
      try {
        return { kept: await storage.profiles.undoMany(stored) };
      } catch (error) {
        // Nothing was undone, and it can be tried again.
        applied.keep(id, stored);
        throw error;
      }
    },
    'imports.discard'({ id }) {
      imports.forget(id);
      return null;
    },
  };
}

type Choices = CallInput<'imports.preview'>['choices'];

function byIndex(choices: Choices): ReadonlyMap<number, ItemChoice> {
  return new Map(
    choices.map(({ index, action, name, values }) => [
      index,
      { action, ...(name === undefined ? {} : { name }), ...(values === undefined ? {} : { values }) },
    ]),
  );
}

/** Throws `config.profile_invalid`; `internal.bad_request` when nothing is left to import. */
function assertRight(planned: readonly PlannedProfile[]): void {
  if (planned.length === 0) throw new TokentrayError('internal.bad_request', { data: { detail: 'nothing is chosen' } });
  const issues = planned.flatMap(({ index, issues: found }) =>
    found.map((issue) => Object.assign({ ...issue }, { path: `profiles.${index}.${issue.path}` })),
  );
  if (issues.length > 0) throw new TokentrayError('config.profile_invalid', { data: { issues } });
}
