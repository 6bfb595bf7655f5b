/** What `tokentray import` says: what it would do, what it did, and what each profile still needs. */
import type { Profile } from '../profiles/profile.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import type { FoundDocument } from '../transfer/found.ts';
import type { PlannedProfile } from '../transfer/import-plan.ts';
import { issueSentences } from '../error-texts/issues.ts';
import type { CliIo } from './io.ts';
import { printable, printableJson } from './printable.ts';
import { paint } from './style.ts';

const actionWords = { add: 'add', replace: 'replace', skip: 'skip' } as const;

/** For `--dry-run`. */
export function reportPlan(
  { out }: CliIo,
  document: FoundDocument,
  plan: readonly PlannedProfile[],
  json: boolean,
): void {
  if (json) {
    const profiles = plan.map(({ draft, action, secrets, missing, issues }) => ({
      name: draft['name'],
      action,
      secrets: Object.keys(secrets),
      needSecrets: missing,
      issues,
    }));
    out.write(`${printableJson({ source: document.source, profiles, problems: document.problems })}\n`);
    return;
  }
  out.write(`${printable(document.source)}; nothing is stored.\n`);
  for (const item of plan) for (const line of planLines(item)) out.write(`${line}\n`);
}

function planLines({ draft, action, secrets, missing, notes, issues }: PlannedProfile): readonly string[] {
  const kinds = Object.keys(secrets);
  const name = typeof draft['name'] === 'string' ? draft['name'] : 'a profile without a name';
  return [
    `${actionWords[action]} ${printable(name)}${kinds.length === 0 ? '' : `, with its ${kinds.join(', ')}`}`,
    ...(missing.length === 0 ? [] : [`  still needs its ${missing.join(', ')}`]),
    ...notes.map((note) => `  ${printable(note)}`),
    ...(action === 'skip' || issues.length === 0 ? [] : [` ${printable(issueSentences(issues))}`]),
  ];
}

/** What stands in the document and is left out. */
export function reportProblems({ err }: CliIo, { problems }: FoundDocument): void {
  for (const problem of problems) err.write(`${paint(err, 'warning', printable(problem))}\n`);
}

export function reportImported(io: CliIo, plan: readonly PlannedProfile[], json: boolean): void {
  const { out, err } = io;
  const imported = plan.flatMap(({ profile, ...item }) =>
    profile === undefined || item.action === 'skip' ? [] : [{ ...item, profile }],
  );
  const needy = imported.filter(({ missing }) => missing.length > 0).map(({ profile }) => profile.name);
  const skipped = plan.filter(({ action }) => action === 'skip').map(({ originalName }) => originalName);
  if (json) {
    const names = imported.map(({ profile }) => profile.name);
    const more = skipped.length === 0 ? {} : { skipped };
    out.write(`${printableJson({ imported: names, needSecrets: needy, ...more })}\n`);
    return;
  }
  if (skipped.length > 0) err.write(`Left as they are: ${skipped.map(printable).join(', ')}.\n`);
  out.write(`Imported ${imported.map(({ profile, secrets }) => withSecret(profile, secrets)).join(', ')}.\n`);
  if (needy.length > 0) out.write('Some secrets did not come along. Enter them:\n');
  for (const name of needy) out.write(`  tokentray edit ${name} --secrets -\n`);
  const personal = imported.filter(
    ({ profile, secrets }) => holdsSession(profile) && secrets.refreshToken === undefined,
  );
  if (personal.length > 0) out.write('Sessions are not part of an import. Sign in:\n');
  for (const { profile } of personal) out.write(`  tokentray login ${profile.name}\n`);
}

function withSecret({ name }: Profile, secrets: PlannedProfile['secrets']): string {
  return Object.keys(secrets).length === 0 ? name : `${name} with its secret`;
}
