/** An import as the window shows it: what would be created, and which kinds of secrets come along. */
import type { ImportField, ImportIssue, ImportItemView, ImportView } from '../../preload/import-views.ts';
import type { Issue } from '../errors.ts';
import { authKinds, environments, systemIds } from '../profiles/profile.ts';
import type { Profile, SecretKind } from '../profiles/profile.ts';
import { systems } from '../systems/registry.ts';
import type { FieldDescription } from '../systems/system.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import { tokenOrigin } from '../tokens/obtain.ts';
import type { PlannedProfile } from '../transfer/import-plan.ts';
import type { OpenImport } from './open-imports.ts';
import { inWindowWords } from './window-words.ts';

const partProblem = 'It is a part of a profile and none by itself: add a profile, and paste it into the form there.';

export function importView(
  id: string,
  { document, fileName }: OpenImport,
  plan: readonly PlannedProfile[],
): ImportView {
  const { source, problems, sealed, isPart = false } = document;
  return {
    id,
    source,
    fileName,
    isLocked: sealed !== undefined,
    items: isPart ? [] : plan.map(itemView),
    problems: [...problems, ...(isPart ? [partProblem] : [])].map(inWindowWords),
  };
}

function itemView(planned: PlannedProfile): ImportItemView {
  const { index, draft, profile, action, originalName, suggestedName, issues, secrets, missing, notes } = planned;
  const system = systemIds.find((known) => known === draft['system']);
  const auth = authKinds.find((known) => known === draft['auth']);
  return {
    index,
    name: textIn(draft, 'name') ?? '',
    originalName,
    label: textIn(draft, 'label'),
    system: system ?? null,
    systemLabel: system === undefined ? '' : systems[system].label,
    auth: auth ?? null,
    environment: environments.find((known) => known === draft['environment']) ?? null,
    place: placeOf(profile) ?? textIn(draft, 'tenant') ?? textIn(draft, 'issuer'),
    action,
    isTaken: suggestedName !== undefined,
    suggestedName: suggestedName ?? null,
    secrets: Object.keys(secrets) as SecretKind[],
    missing,
    needsSignIn: profile !== undefined && holdsSession(profile) && secrets.refreshToken === undefined,
    notes: notes.map(inWindowWords),
    issues: issues.map((issue) => worded(planned, issue)),
    fields: askedFields(planned),
  };
}

/** What the document leaves open and a line of text can say. */
function askedFields({ draft, openPaths, issues }: PlannedProfile): readonly ImportField[] {
  const wrong = new Set([...openPaths, ...issues.map(({ path }) => path)]);
  return fieldsOf(draft).flatMap(({ path, label, help, example, secret, kind, choices }) => {
    const isLine = secret === undefined && choices === undefined && (kind === undefined || kind === 'url');
    return isLine && path !== 'name' && wrong.has(path)
      ? [{ path, label, help, ...(example === undefined ? {} : { example }) }]
      : [];
  });
}

function fieldsOf(draft: PlannedProfile['draft']): readonly FieldDescription[] {
  const system = systemIds.find((known) => known === draft['system']);
  const auth = authKinds.find((known) => known === draft['auth']);
  return system === undefined || auth === undefined || !systems[system].auths.includes(auth)
    ? []
    : systems[system].fields(auth);
}

function worded({ draft }: PlannedProfile, issue: Issue): ImportIssue {
  const label = fieldsOf(draft).find(({ path }) => path === issue.path)?.label ?? issue.path;
  return { ...issue, label, message: inWindowWords(issue.message) };
}

/** The host that its secrets go to. */
function placeOf(profile: Profile | undefined): string | undefined {
  try {
    return profile === undefined || profile.auth === 'linked' ? undefined : new URL(tokenOrigin(profile)).host;
  } catch {
    return undefined;
  }
}

function textIn(draft: Readonly<Record<string, unknown>>, member: string): string | null {
  const value = draft[member];
  return typeof value === 'string' && value !== '' ? value : null;
}
