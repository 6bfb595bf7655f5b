/** Which fields the chosen system needs, and how they are put together on the page. */
import type { AuthKind, FieldDescription, SecretKind, SystemDescription, SystemId } from './form-types.ts';

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

/** What the client proves its identity with, for each way to do so. */
const secretOfClientAuth: Readonly<Record<string, SecretKind | undefined>> = {
  client_secret_post: 'clientSecret',
  client_secret_basic: 'clientSecret',
  private_key_jwt: 'privateKeyJwk',
};

/**
 * Without the secrets that the chosen client authentication has no use for: a secret where it signs with a key, a key
 * where it does not sign. A required key signs what the grant itself sends.
 */
export function usableFields(
  fields: readonly FieldDescription[],
  texts: Readonly<Record<string, string>>,
): readonly FieldDescription[] {
  const clientAuth = fields.some(({ path }) => path === 'request.clientAuth') ? texts['request.clientAuth'] : undefined;
  const used = clientAuth === undefined || clientAuth === '' ? undefined : secretOfClientAuth[clientAuth];
  const isChosen = clientAuth !== undefined && clientAuth !== '';
  return fields.filter(({ secret, required }) => {
    if (secret === 'privateKeyJwk') return required || used === 'privateKeyJwk';
    return secret !== 'clientSecret' || !isChosen || used === 'clientSecret';
  });
}

/** Stands at the front of the form; everything else is folded away. */
export function isAtFront({ required, secret }: FieldDescription): boolean {
  return required || (secret !== undefined && secret !== 'refreshToken');
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly FieldDescription[];
}

/** What may be left out, by what it is about; groups without a field are left out. */
export function optionalGroups(fields: readonly FieldDescription[]): readonly FieldGroup[] {
  const optional = fields.filter((field) => !isAtFront(field));
  return topics
    .map((title) => ({ title, fields: optional.filter(({ path }) => topicOf(path) === title) }))
    .filter((group) => group.fields.length > 0);
}

const topics = ['In the list', 'Signing in', 'Token request', 'Renewal', 'Who the token is for'] as const;

/** The request takes what belongs nowhere else: there systems have fields of their own. */
function topicOf(path: string): (typeof topics)[number] {
  if (['label', 'environment', 'tags'].includes(path)) return 'In the list';
  if (['expectUser', 'expectOrg', 'credentialExpires'].includes(path)) return 'Who the token is for';
  if (['redirectUri', 'secrets.refreshToken'].includes(path)) return 'Signing in';
  return path.startsWith('refresh.') ? 'Renewal' : 'Token request';
}
