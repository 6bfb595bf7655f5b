/** What `tokentray import` decides for each profile: another name, what is done about a name that is taken, what is asked for. */
import type { SystemId } from '../profiles/profile.ts';
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { ProfileStore } from '../storage/storage.ts';
import { systems } from '../systems/registry.ts';
import type { FieldDescription } from '../systems/system.ts';
import type { ItemChoice } from '../transfer/chosen-draft.ts';
import type { FoundDocument } from '../transfer/found.ts';
import { planImport } from '../transfer/import-plan.ts';
import type { PlannedProfile } from '../transfer/import-plan.ts';
import type { CliIo } from './io.ts';
import { ErrorInWords } from './usage-error.ts';

export const conflictAnswers = ['skip', 'rename', 'replace'] as const;
export type OnConflict = (typeof conflictAnswers)[number];

export interface ImportWishes {
  /** Of the one profile. */
  readonly name?: string;
  /** Absent: a name that is taken keeps everything out. */
  readonly onConflict?: OnConflict;
  /** Nothing is asked, and nothing is stored. */
  readonly isDryRun: boolean;
}

/** Asks for what the document leaves open, where somebody is there to be asked. */
export async function decideImport(
  io: CliIo,
  profiles: ProfileStore,
  document: FoundDocument,
  wishes: ImportWishes,
): Promise<readonly PlannedProfile[]> {
  const choices = new Map<number, ItemChoice>();
  if (wishes.name !== undefined) choices.set(0, { action: 'add', name: wishes.name });
  for (const item of planImport(profiles, document, choices)) {
    const choice = choiceFor(item, wishes.onConflict);
    if (choice !== undefined) choices.set(item.index, { ...choices.get(item.index), ...choice });
  }
  if (wishes.isDryRun || !io.prompt.isPossible()) return planImport(profiles, document, choices);
  for (const item of planImport(profiles, document, choices)) {
    if (item.action === 'skip') continue;
    const values = await askOpen(io, item);
    if (values !== undefined) choices.set(item.index, { action: item.action, ...choices.get(item.index), values });
  }
  return planImport(profiles, document, choices);
}

function choiceFor(item: PlannedProfile, onConflict: OnConflict | undefined): ItemChoice | undefined {
  if (item.holder === undefined) return undefined;
  if (onConflict === 'rename') return { action: 'add', name: item.suggestedName ?? `${item.originalName}-2` };
  // Without a decision it stays an issue, and keeps everything out.
  return { action: onConflict ?? 'add' };
}

async function askOpen(io: CliIo, item: PlannedProfile): Promise<Readonly<Record<string, string>> | undefined> {
  const fields = openFields(item);
  if (fields.length === 0) return undefined;
  const values: Record<string, string> = {};
  for (const { path, label } of fields) values[path] = await io.prompt.line(`${label} of ${item.originalName}: `);
  return values;
}

function openFields({ draft, openPaths }: PlannedProfile): readonly FieldDescription[] {
  const system = Object.keys(systems).find((id): id is SystemId => id === draft['system']);
  const auth = system === undefined ? undefined : systems[system].auths.find((kind) => kind === draft['auth']);
  if (system === undefined || auth === undefined) return [];
  return systems[system].fields(auth).filter(({ path, secret, choices, kind }) => {
    const isLine = secret === undefined && choices === undefined && (kind === undefined || kind === 'url');
    return isLine && path !== 'name' && openPaths.includes(path) && valueAt(draft, path) === undefined;
  });
}

function valueAt(draft: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, member) => (value as Record<string, unknown> | undefined)?.[member], draft);
}

/** Throws `config.profile_exists` or `config.profile_invalid`, with paths such as `profiles.0.tenant` where there are several. */
export function assertImportable(plan: readonly PlannedProfile[]): void {
  const wanted = plan.filter(({ action }) => action !== 'skip');
  const issues = wanted.flatMap(({ index, issues: found }) =>
    found.map((issue) => located(issue, plan.length === 1 ? '' : `profiles.${index}`)),
  );
  if (issues.length === 0) return;
  const taken = wanted.find(({ action, holder }) => action === 'add' && holder !== undefined);
  const isTakenAlone =
    taken !== undefined && wanted.every((item) => item.issues.every((issue) => isNameTaken(item, issue)));
  if (isTakenAlone) throw nameTaken(String(taken.draft['name']));
  throw new TokentrayError('config.profile_invalid', { data: { issues } });
}

function nameTaken(profile: string): ErrorInWords {
  return new ErrorInWords(
    'config.profile_exists',
    { profile },
    {
      what: `A profile named "${profile}" exists already, and nothing was stored.`,
      next: `Say what to do about names that are taken: --on-conflict ${conflictAnswers.join('|')}`,
    },
  );
}

function isNameTaken({ holder, action }: PlannedProfile, { path }: Issue): boolean {
  return path === 'name' && action === 'add' && holder !== undefined;
}

function located(issue: Issue, at: string): Issue {
  return { ...issue, path: [at, issue.path].filter((part) => part !== '').join('.') };
}
