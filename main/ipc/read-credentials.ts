/** Files in which vendors hand out credentials, made into what the form needs. */
import type { CallOutputs } from '../../preload/contract.ts';
import { readNetFoundryCredentials } from '../systems/netfoundry-credentials.ts';

/** The window, from which the document came, takes the secret out of it by itself: none goes back. */
export function readCredentials(document: Readonly<Record<string, unknown>>): CallOutputs['profiles.readCredentials'] {
  const account = readNetFoundryCredentials(document);
  if (account === undefined) return null;
  const { profile, secrets } = account;
  const holder = Object.entries(document).find(
    ([, value]) => typeof value === 'string' && value.trim() === secrets.clientSecret,
  );
  return { draft: { ...profile }, secrets: holder === undefined ? {} : { clientSecret: holder[0] } };
}
