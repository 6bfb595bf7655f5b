/** Adding and changing profiles with their secrets: validated, tested first, swapped in one commit. */
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { anyById, anyByName, readable } from '../storage/maybe-damaged.ts';
import type { AnyProfile } from '../storage/maybe-damaged.ts';
import type { TokenRecord } from '../storage/records.ts';
import type {
  BoundSecrets,
  IssuedSession,
  IssuedToken,
  ManyStored,
  Storage,
  StoredSession,
} from '../storage/storage.ts';
import { identityNote } from '../systems/identity.ts';
import { requiredSecrets } from '../systems/required-secrets.ts';
import { validateProfile } from '../systems/validate.ts';
import type { CompleteProfile } from './complete-profile.ts';
import { enteredSecrets } from './entered-secrets.ts';
import { enrolMany } from './enrolment-many.ts';
import type { ForeignProfile } from './enrolment-many.ts';
import { warningsAbout } from './enrolment-warnings.ts';
import { assertLinkable, linkNote } from './link-check.ts';
import { assertAlive } from './obtain.ts';
import type { ObtainToken } from './obtain.ts';
import { canBeTested, changesTheRequest, endsTheSession } from './profile-change.ts';
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
  /**
   * Stores a new profile and sends no secret. Rejects with `config.*` and `storage.*`, and with `network.*` where the server
   * has to tell its endpoints first.
   */
  add(profile: unknown, secrets?: unknown): Promise<EnrolResult>;
  /** All of them in one commit, or none; sends nothing. See `enrolMany`. */
  addMany(many: readonly ForeignProfile[]): Promise<ManyStored>;
  /**
   * Changes a profile, its secrets, or both. With `test`, whatever would change the token request is tried with a real
   * one first; when that fails the stored profile, secrets and token stay as they are and the failure is thrown. What
   * only a person can try is stored untried, and ends the session where the change takes its meaning.
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
  /** What the server tells of itself is stored with the profile. */
  readonly complete: CompleteProfile;
  /** See `Engine.hurry`; default: what stands ready is waited for. */
  readonly hurry?: (profileId: string) => void;
}

export function createEnrolment(options: EnrolmentOptions): Enrolment {
  const { clock, storage, obtain, complete } = options;
  return {
    async add(profileInput, secretsInput) {
      const { profile, notes } = await complete(validateProfile(profileInput));
      assertLinkable(storage.profiles, profile);
      const entered = enteredSecrets(profile, secretsInput, clock.now());
      await storage.profiles.insert([{ profile, ...entered }]);
      return {
        name: profile.name,
        warnings: [
          ...warningsAbout(profile, {
            secretKinds: Object.keys(entered.secrets?.values ?? {}),
            hasSession: entered.session !== undefined,
          }),
          ...linkNote(storage, profile),
          ...notes,
        ],
      };
    },

    addMany: (many) => enrolMany(options, many),

    async edit(name, change) {
      const stored = findStored(storage, name);
      const given = change.profile === undefined ? readable(stored).profile : validateProfile(change.profile);
      // A profile that came by a file of others may lack what discovery knows.
      const { profile, notes: found } = await complete(given);
      if (change.mayRename !== true) assertSameName(name, profile);
      assertLinkable(storage.profiles, profile, stored.id);
      const entered = enteredSecrets(profile, change.secrets, clock.now());
      const requestChanged = changesTheRequest(stored.profile, profile);
      const canTest = entered.session === undefined ? canBeTested(profile) : true;
      const tests = change.test && canTest && (requestChanged || change.secrets !== undefined);
      const secrets = entered.secrets ?? (tests ? await storage.profiles.secrets(stored.id) : undefined);
      let session = entered.session ?? (endsTheSession(stored.profile, profile) ? null : undefined);
      const swap = (token: IssuedToken | null | undefined) =>
        storage.profiles.update(stored.id, stored.revision, {
          ...(profile === stored.profile ? {} : { profile }),
          ...(entered.secrets === undefined ? {} : { secrets: entered.secrets }),
          ...(session === undefined ? {} : { session }),
          ...(token === undefined ? {} : { token }),
        });
      const notes = [...found];
      if (tests && isComplete(profile, secrets)) {
        const { identity } = await inTurn(options, stored.id, async () => {
          assertUnchanged(storage, name, stored);
          const token = await obtain(profile, secrets, {
            ...(entered.session === undefined ? {} : { session: asStored(entered.session) }),
            // What was entered has been used up by then.
            keepSession: async (next) => {
              session = next;
            },
          });
          assertAlive(clock, profile, token);
          await swap(token);
          storage.history.append(stored.id, { what: 'obtained', expiresAtMs: token.record.expiresAtMs });
          return token.record;
        });
        const note = identityNote(profile, identity);
        if (note !== undefined) notes.push(note);
      } else {
        await swap(requestChanged || entered.session !== undefined ? null : undefined);
      }
      const hasStored = secrets === undefined && storage.profiles.secretsOrigin(stored.id) !== undefined;
      return {
        name: profile.name,
        warnings: [
          ...warningsAbout(profile, {
            secretKinds: hasStored ? undefined : Object.keys(secrets?.values ?? {}),
            hasSession: storage.sessions.facts(stored.id) !== undefined,
          }),
          ...linkNote(storage, profile),
          ...notes,
        ],
      };
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

function asStored({ record, origin }: IssuedSession): StoredSession {
  return { ...record, origin, generation: 'entered' };
}

/** A damaged profile, too, can be given another definition. */
function findStored({ profiles }: Storage, name: string): AnyProfile {
  const stored = anyByName(profiles, name);
  if (stored !== undefined) return stored;
  throw new TokentrayError('config.profile_not_found', { data: { profile: name } });
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

function isComplete(profile: Profile, secrets: BoundSecrets | undefined): boolean {
  return requiredSecrets(profile).every((kind) => secrets?.values[kind] !== undefined);
}
