/** The `credentials.json` of a NetFoundry API account. */
import { readNetFoundryCredentials } from '../systems/netfoundry-credentials.ts';
import type { FoundDocument } from './found.ts';

/** Undefined for anything else, and for an address that no secret may be sent to. */
export function readNetFoundryFile(value: unknown): FoundDocument | undefined {
  const account = readNetFoundryCredentials(value);
  if (account === undefined) return undefined;
  const { profile, secrets } = account;
  return {
    source: 'NetFoundry credentials.json',
    profiles: [{ draft: { ...profile }, secrets, notes: [] }],
    problems: [],
  };
}
