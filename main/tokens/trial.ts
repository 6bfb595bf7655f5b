/** Asks for a real token with what is being typed, and stores nothing: neither the profile, nor its secrets, nor the token. */
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { TokenRecord } from '../storage/records.ts';
import type { BoundSecrets, Storage } from '../storage/storage.ts';
import { validateProfile } from '../systems/validate.ts';
import { createAskServer } from './ask-server.ts';
import { checkSecrets } from './check-secrets.ts';
import type { CompleteProfile } from './complete-profile.ts';
import { assertLinkable } from './link-check.ts';
import { assertAlive, tokenOrigin } from './obtain.ts';
import type { ObtainToken } from './obtain.ts';
import { Rotations } from './rotations.ts';
import { remainingMs } from './state.ts';
import { inTurn } from './turn.ts';

export interface TrialOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly obtain: ObtainToken;
  readonly complete: CompleteProfile;
}

export interface Trial {
  readonly profile: unknown;
  /** Absent: those that are stored under `id`; they go nowhere but where they are bound to. */
  readonly secrets?: unknown;
  /** Of the stored profile that is being edited: nobody else asks the server for its token meanwhile. */
  readonly id?: string;
}

/**
 * Makes one request, or none and rejects: `config.profile_invalid`, `config.secrets_invalid`, `auth.secret_missing`,
 * `auth.secret_rebind`; else as the answer was.
 */
export async function tryProfile(options: TrialOptions, { profile: input, secrets, id }: Trial): Promise<TokenRecord> {
  const { profile } = await options.complete(validateProfile(input));
  if (profile.auth === 'linked') return tryLink(options, profile, id);
  const bound = await secretsFor(options.storage, profile, secrets, id);
  const ask = async (): Promise<TokenRecord> => {
    const issued = await options.obtain(profile, bound);
    assertAlive(options.clock, profile, issued);
    return issued.record;
  };
  return id === undefined ? ask() : inTurn(options, id, ask);
}

/** The token that the other profile has while it lives; else one request, as that profile makes it. */
async function tryLink(options: TrialOptions, profile: Profile, id: string | undefined): Promise<TokenRecord> {
  const { clock, storage } = options;
  assertLinkable(storage.profiles, profile, id);
  const source = storage.profiles.find(profile.uses ?? '');
  if (source === undefined) throw new TokentrayError('config.profile_not_found');
  const living = await storage.tokens.read(source.id).catch(() => undefined);
  if (living !== undefined && remainingMs(living, clock.now()) !== 0) return living;
  return inTurn(options, source.id, async () => {
    const rotations = new Rotations(options);
    const issued = await createAskServer({ ...options, rotations })(source);
    assertAlive(clock, source.profile, issued);
    return issued.record;
  });
}

async function secretsFor(
  { profiles }: Storage,
  profile: Profile,
  entered: unknown,
  id: string | undefined,
): Promise<BoundSecrets | undefined> {
  if (entered !== undefined) return { values: checkSecrets(entered, profile), origin: tokenOrigin(profile) };
  return id === undefined ? undefined : profiles.secrets(id);
}
