/** Which fields the chosen system needs, and how they are put together on the page. */
import type { AuthKind, FieldDescription, SystemDescription, SystemId } from './form-types.ts';

interface Choice {
  readonly system: SystemId | null;
  readonly auth: AuthKind | null;
}

export function authsOf(systems: readonly SystemDescription[], system: SystemId | null): readonly AuthKind[] {
  return systems.find(({ id }) => id === system)?.auths.map(({ auth }) => auth) ?? [];
}

/** Empty until a system is chosen. Without a way to get tokens, those of the system's first. */
export function fieldsFor(
  systems: readonly SystemDescription[],
  { system, auth }: Choice,
): readonly FieldDescription[] {
  const auths = systems.find(({ id }) => id === system)?.auths ?? [];
  return (auths.find((each) => each.auth === auth) ?? auths[0])?.fields ?? [];
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly FieldDescription[];
}

/** What may be left out, by what it is about; groups without a field are left out. */
export function optionalGroups(fields: readonly FieldDescription[]): readonly FieldGroup[] {
  const optional = fields.filter(({ required, secret }) => !required && secret === undefined);
  return topics
    .map((title) => ({ title, fields: optional.filter(({ path }) => topicOf(path) === title) }))
    .filter((group) => group.fields.length > 0);
}

const topics = ['In the list', 'Token request', 'Renewal', 'Who the token is for'] as const;

/** The request takes what belongs nowhere else: there systems have fields of their own. */
function topicOf(path: string): (typeof topics)[number] {
  if (['label', 'environment', 'tags'].includes(path)) return 'In the list';
  if (['expectUser', 'expectOrg', 'credentialExpires'].includes(path)) return 'Who the token is for';
  return path.startsWith('refresh.') ? 'Renewal' : 'Token request';
}
