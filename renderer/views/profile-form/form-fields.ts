/** Which fields the chosen system needs, and how they are put together on the page. */
import { topics } from '../../words/form-words.ts';
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

/** Those that what was entered so far leaves a use for. */
export function shownFields(
  systems: readonly SystemDescription[],
  values: Choice & { readonly texts: Readonly<Record<string, string>> },
): readonly FieldDescription[] {
  return usableFields(fieldsFor(systems, values), values.texts);
}

/** Stands at the front of the form; everything else is folded away. Which environment it is decides how careful one is. */
export function isAtFront({ path, required, secret, insteadOf }: FieldDescription): boolean {
  if (insteadOf !== undefined) return false;
  return required || path === 'environment' || (secret !== undefined && secret !== 'refreshToken');
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly FieldDescription[];
}

/** What may be left out, by what it is about; groups without a field are left out. */
export function optionalGroups(fields: readonly FieldDescription[]): readonly FieldGroup[] {
  const optional = fields.filter((field) => !isAtFront(field) && field.insteadOf === undefined);
  return Object.entries(topics)
    .map(([topic, title]) => ({ title, fields: optional.filter(({ path }) => topicOf(path) === topic) }))
    .filter((group) => group.fields.length > 0);
}

/** The request takes what belongs nowhere else: there systems have fields of their own. */
function topicOf(path: string): keyof typeof topics {
  if (['label', 'tags'].includes(path)) return 'list';
  if (path === 'credentialExpires') return 'credential';
  if (['expectUser', 'expectOrg'].includes(path)) return 'holder';
  if (['redirectUri', 'secrets.refreshToken'].includes(path)) return 'signIn';
  if (path.startsWith('endpoints.')) return 'addresses';
  return path.startsWith('refresh.') ? 'renewal' : 'request';
}
