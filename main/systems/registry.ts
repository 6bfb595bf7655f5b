/** The tenant systems that this version can work with. */
import { TokentrayError } from '../errors.ts';
import type { AuthKind, Profile, SystemId } from '../profiles/profile.ts';
import { isc } from './isc.ts';
import { oauth } from './oauth.ts';
import type { FieldDescription, System } from './system.ts';

export const systems: Readonly<Partial<Record<SystemId, System>>> = { isc, oauth };

/** Throws `config.unsupported` for a system that a later version brings. */
export function systemOf(profile: Profile): System {
  const system = systems[profile.system];
  if (system !== undefined) return system;
  throw new TokentrayError('config.unsupported', {
    data: { profile: profile.name, detail: `system ${profile.system}` },
  });
}

export interface SystemDescription {
  readonly id: SystemId;
  readonly label: string;
  readonly summary: string;
  readonly auths: readonly { readonly auth: AuthKind; readonly fields: readonly FieldDescription[] }[];
}

/** Everything that a form, or the reference of the profile file, needs to know. */
export function describeSystems(): readonly SystemDescription[] {
  return Object.values(systems).map((system) => ({
    id: system.id,
    label: system.label,
    summary: system.summary,
    auths: system.auths.map((auth) => ({ auth, fields: system.fields(auth) })),
  }));
}
