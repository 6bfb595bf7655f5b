/** Adding and changing profiles with their secrets: validated, tested first, swapped in one commit. */
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile, SecretKind } from '../profiles/profile.ts';
import { anyById, anyByName, readable } from '../storage/maybe-damaged.ts';
import type { AnyProfile } from '../storage/maybe-damaged.ts';
import type { TokenRecord } from '../storage/records.ts';
import type { BoundSecrets, IssuedToken, Storage } from '../storage/storage.ts';
import { identityNote } from '../systems/identity.ts';
import { requiredSecrets, validateProfile, validateSecrets } from '../systems/validate.ts';
import { assertAlive, tokenOrigin } from './obtain.ts';
import type { ObtainToken } from './obtain.ts';
import { tryProfile } from './trial.ts';
import type { Trial } from './trial.ts';
import { inTurn } from './turn.ts';

interface ProfileChange {
  readonly profile?: unknown;
  readonly secrets?: unknown;
  /** False stores without asking the server for a token first. */
  readonly test: boolean;
  /** True: the profile may have another name than before. */
  readonly mayRename?: boolean;
}

interface EnrolResult {
  readonly name: string;
  /** Things worth knowing that do not stand in the way, as sentences. */
  readonly warnings: readonly string[];
}

export interface Enrolment {
  /** Stores a new profile and sends nothing. Rejects with `config.*` and `storage.*`. */
  add(profile: unknown, secrets?: unknown): Promise<EnrolResult>;
  /**
   * Changes a profile, its secrets, or both. With `test`, whatever would change the token request is tried with a real
   * one first; when that fails the stored profile, secrets and token stay as they are and the failure is thrown.
   * Secrets bound to another origin are never sent: `auth.secret_rebind`.
   */
  edit(name: string, change: ProfileChange): Promise<EnrolResult>;
  /** Asks for a token and stores nothing; see `tryProfile`. */
  test(trial: Trial): Promise<TokenRecord>;
}

export interface EnrolmentOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly obtain: ObtainToken;
}

export function createEnrolment(options: EnrolmentOptions): Enrolment {
  const { storage, obtain } = options;
  return {
    async add(profileInput, secretsInput) {
      const profile = validateProfile(profileInput);
      const secrets = boundSecrets(profile, secretsInput);
      await storage.profiles.insert([{ profile, ...(secrets === undefined ? {} : { secrets }) }]);
      return { name: profile.name, warnings: warningsAbout(profile, secrets) };
    },

    async edit(name, change) {
      const stored = findStored(storage, name);
      const profile = change.profile === undefined ? readable(stored).profile : validateProfile(change.profile);
      if (change.mayRename !== true) assertSameName(name, profile);
      const entered = boundSecrets(profile, change.secrets);
      const requestChanged = stored.profile === undefined || changesTheRequest(stored.profile, profile);
      const needsStored = entered === undefined && requestChanged && change.test;
      const secrets = needsStored ? await storage.profiles.secrets(stored.id) : entered;
      const swap = (token: IssuedToken | null | undefined) =>
        storage.profiles.update(stored.id, stored.revision, {
          ...(change.profile === undefined ? {} : { profile }),
          ...(entered === undefined ? {} : { secrets: entered }),
          ...(token === undefined ? {} : { token }),
        });
      const testable = change.test && missingSecrets(profile, secrets).length === 0;
      if (testable && (requestChanged || entered !== undefined)) {
        const { identity } = await inTurn(options, stored.id, async () => {
          assertUnchanged(storage, name, stored);
          const token = await obtain(profile, secrets);
          assertAlive(profile, token);
          await swap(token);
          return token.record;
        });
        const note = identityNote(profile, identity);
        return {
          name: profile.name,
          warnings: [...warningsAbout(profile, secrets), ...(note === undefined ? [] : [note])],
        };
      }
      await swap(requestChanged ? null : undefined);
      return { name: profile.name, warnings: warningsAbout(profile, secrets ?? describeStored(storage, stored)) };
    },

    test: (trial) => tryProfile(options, trial),
  };
}

/** Storing would be refused after the request: another process changed or removed the profile while we waited. */
function assertUnchanged({ profiles }: Storage, name: string, { id, revision }: AnyProfile): void {
  if (anyById(profiles, id)?.revision === revision) return;
  throw new TokentrayError('storage.database_busy', {
    data: { profile: name, detail: 'the profile was changed meanwhile' },
  });
}

/** The members that decide what a token request says and where it goes; a change of the rest needs no test. */
const requestMembers = [
  'system',
  'auth',
  'tenant',
  'issuer',
  'clientId',
  'serviceAccountId',
  'realm',
  'scope',
  'audience',
  'endpoints',
  'request',
  'uses',
] as const satisfies readonly (keyof Profile)[];

/** A damaged profile, too, can be given another definition. */
function findStored({ profiles }: Storage, name: string): AnyProfile {
  const stored = anyByName(profiles, name);
  if (stored !== undefined) return stored;
  throw new TokentrayError('config.profile_not_found', { data: { profile: name } });
}

function changesTheRequest(before: Profile, after: Profile): boolean {
  return requestMembers.some((member) => !isDeepStrictEqual(before[member], after[member]));
}

function assertSameName(stored: string, edited: Profile): void {
  if (edited.name === stored) return;
  throw new TokentrayError('config.profile_invalid', {
    data: {
      profile: stored,
      issues: [
        {
          path: 'name',
          message: `must stay ${stored} here; a profile is renamed with: tokentray rename ${stored} ${edited.name}`,
        },
      ],
    },
  });
}

function boundSecrets(profile: Profile, input: unknown): BoundSecrets | undefined {
  if (input === undefined) return undefined;
  return { values: validateSecrets(input, profile), origin: tokenOrigin(profile) };
}

function describeStored(storage: Storage, stored: AnyProfile): 'stored' | undefined {
  return storage.profiles.secretsOrigin(stored.id) === undefined ? undefined : 'stored';
}

function missingSecrets(profile: Profile, secrets: BoundSecrets | undefined): readonly SecretKind[] {
  return requiredSecrets(profile).filter((kind) => secrets?.values[kind] === undefined);
}

function warningsAbout(profile: Profile, secrets: BoundSecrets | 'stored' | undefined): readonly string[] {
  const warnings: string[] = [];
  if (profile.request?.body === 'query') {
    warnings.push('The client secret travels in the URL (request.body is query), where servers and proxies log it.');
  }
  const missing = secrets === 'stored' ? [] : missingSecrets(profile, secrets);
  if (missing.length > 0) {
    warnings.push(`${profile.name} still needs its ${missing.join(', ')}: tokentray edit ${profile.name} --secrets -`);
  }
  return warnings;
}
