/** The name of a profile, made from what another tool calls the same thing. */
import { suggestValue } from '../profiles/value-suggestions.ts';

/** The first of these that a name can be made of; none: `imported`. */
export function proposedName(...candidates: readonly (string | null | undefined)[]): string {
  for (const candidate of candidates) {
    const name = candidate == null ? undefined : suggestValue('name', candidate);
    if (name !== undefined) return name;
  }
  return 'imported';
}

/** The part of a host that tells one tenant from another: `acme` of `openam-acme-ew2.id.forgerock.io` is not told. */
export function hostName(host: string): string {
  const [first = '', second] = host.replace(/:\d+$/, '').split('.');
  return ['id', 'api', 'auth', 'login', 'sso', 'www', 'idp', 'accounts'].includes(first) ? (second ?? first) : first;
}
