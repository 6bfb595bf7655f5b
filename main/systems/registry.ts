/** The tenant systems that there are. */
import type { AuthKind, Profile, SystemId } from '../profiles/profile.ts';
import { aic } from './aic.ts';
import { authGuide } from './auth-guides.ts';
import type { AuthGuide } from './auth-guides.ts';
import { isc } from './isc.ts';
import { nerm } from './nerm.ts';
import { netfoundry } from './netfoundry.ts';
import { oauth } from './oauth.ts';
import type { FieldDescription, System } from './system.ts';

/** In the order in which they are offered. */
export const systems: Readonly<Record<SystemId, System>> = { isc, nerm, aic, netfoundry, oauth };

export function systemOf({ system }: Pick<Profile, 'system'>): System {
  return systems[system];
}

export interface SystemDescription {
  readonly id: SystemId;
  readonly label: string;
  readonly summary: string;
  readonly auths: readonly {
    readonly auth: AuthKind;
    readonly guide: AuthGuide;
    readonly fields: readonly FieldDescription[];
  }[];
}

/** Everything that a form, or the reference of the profile file, needs to know. */
export function describeSystems(): readonly SystemDescription[] {
  return Object.values(systems).map((system) => ({
    id: system.id,
    label: system.label,
    summary: system.summary,
    auths: system.auths.map((auth) => ({ auth, guide: authGuide(system.id, auth), fields: system.fields(auth) })),
  }));
}
