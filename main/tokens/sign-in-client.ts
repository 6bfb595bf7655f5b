/** All that one sign-in needs to know of its profile, looked up and checked before anything is sent. */
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { TokenClient } from '../grants/token-client.ts';
import type { Http } from '../http/http.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { discoverOAuth } from '../sign-in/discovery.ts';
import type { BoundSecrets, Storage } from '../storage/storage.ts';
import { systemOf } from '../systems/registry.ts';
import type { Endpoints } from '../systems/system.ts';
import { completeProfile } from './complete-profile.ts';
import { assertSendable, tokenOrigin } from './obtain.ts';
import { profileClient } from './profile-client.ts';

export interface SignInParts {
  readonly clock: Clock;
  readonly http: Http;
  readonly storage: Storage;
  /** See `Engine.hurry`; default: what stands ready is waited for. */
  readonly hurry?: (profileId: string) => void;
}

export interface SignInClient {
  /** As it was when the sign-in started, with endpoints that discovery had to add. */
  readonly stored: StoredProfile;
  /** Its definition. */
  readonly profile: Profile;
  readonly endpoints: Endpoints;
  /** Of the token endpoint: secrets, codes and refresh tokens go nowhere else. */
  readonly origin: string;
  readonly audience?: string;
  /** The client at the token endpoint, for one request. */
  readonly at: (options: {
    readonly signal?: AbortSignal;
    readonly keepRefreshToken?: (refreshToken: string) => Promise<void>;
  }) => TokenClient;
}

/**
 * Unlocks the vault, so that what the sign-in brings can be stored. Rejects with `config.*`, `auth.secret_missing`,
 * `auth.secret_rebind`, `storage.*`, and with `network.*` where endpoints have to be discovered first.
 */
export async function signInClient(parts: SignInParts, given: StoredProfile): Promise<SignInClient> {
  const { clock, storage } = parts;
  const stored = await withEndpoints(parts, given);
  const { profile } = stored;
  const system = systemOf(profile);
  const origin = tokenOrigin(profile);
  await storage.vault.unlock();
  const secrets = await storage.profiles.secrets(stored.id);
  assertSendable(profile, secrets, origin);
  const audience = profile.audience ?? system.audience?.(profile);
  const clockOffsetMs = storage.tokens.facts(stored.id)?.clockOffsetMs;
  return {
    stored,
    profile,
    endpoints: system.endpoints(profile),
    origin,
    ...(audience === undefined ? {} : { audience }),
    at: (options) => profileClient({ profile, secrets: valuesOf(secrets), clock, clockOffsetMs, ...options }),
  };
}

function valuesOf(secrets: BoundSecrets | undefined): BoundSecrets['values'] {
  return secrets?.values ?? {};
}

/**
 * A profile from a file may name its issuer alone: what is missing is found, and stored, before anybody is sent there.
 * Whatever opens a browser compares with what is stored.
 */
async function withEndpoints({ http, storage }: SignInParts, stored: StoredProfile): Promise<StoredProfile> {
  const { id, revision, profile } = stored;
  const { token, authorize, deviceAuthorization } = systemOf(profile).endpoints(profile);
  const starts: Readonly<Partial<Record<Profile['auth'], string | undefined>>> = {
    authorization_code: authorize,
    device_code: deviceAuthorization,
  };
  const isStartMissing = profile.auth in starts && starts[profile.auth] === undefined;
  if (token !== undefined && !isStartMissing) return stored;
  return storage.profiles.update(id, revision, { profile: (await completeProfile(http, profile)).profile });
}

/** The endpoint, or `config.profile_invalid` that names its field. */
export function knownEndpoint({ profile, endpoints }: SignInClient, name: 'authorize' | 'deviceAuthorization'): string {
  const url = endpoints[name];
  if (url !== undefined) return url;
  const issues = [{ path: `endpoints.${name}`, message: 'Is not known: give it, or look it up by the issuer.' }];
  throw new TokentrayError('config.profile_invalid', { data: { profile: profile.name, issues } });
}

/**
 * Whether the server promises to name itself in its answers (RFC 9207 section 3). A server that cannot be asked promises
 * nothing; one that names itself otherwise is refused: `config.issuer_mismatch`.
 */
export async function promisesIss(http: Http, { profile }: SignInClient): Promise<boolean> {
  const { issuer, endpoints } = profile;
  if (issuer === undefined) return false;
  try {
    const info = endpoints?.info;
    return (await discoverOAuth(http, { issuer, ...(info === undefined ? {} : { infoUrl: info }) })).promisesIss;
  } catch (error) {
    if (error instanceof TokentrayError && error.code === 'config.issuer_mismatch') throw error;
    return false;
  }
}
