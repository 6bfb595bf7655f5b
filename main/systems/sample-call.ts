/** A cheap read request of a profile's API: what a copied command calls, and what a probe asks. */
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from './registry.ts';

export interface SampleCall {
  /** Absolute, without a trailing slash. */
  readonly api: string;
  /** Below `api`, with its query. */
  readonly path: string;
  /** False where the system has no such request, and the path is only the root of the API. */
  readonly isKnown: boolean;
}

/** For a token of this scope (space-delimited; absent: unknown); undefined where the profile knows no API. */
export function sampleCall(profile: Profile, scope: string | undefined): SampleCall | undefined {
  const system = systemOf(profile);
  const { api } = system.endpoints(profile);
  if (api === undefined) return undefined;
  const path = system.probe?.(profile, scope)?.path ?? system.sampleCall;
  return { api, path: path ?? baseOf(api), isKnown: path !== undefined };
}

/** The base as it was given: with a slash at its end it may be another resource. */
function baseOf(api: string): string {
  return new URL(api).pathname === '/' ? '/' : '';
}
