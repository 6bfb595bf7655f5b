/** A token for a profile: its secrets, checked against where they may go, through the profile's grant. */
import type { Clock } from '../clock.ts';
import { forProfile, TokentrayError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { Profile } from '../profiles/profile.ts';
import type { BoundSecrets, IssuedSession, IssuedToken, StoredSession } from '../storage/storage.ts';
import { tokenIdentity } from '../systems/identity.ts';
import { systemOf } from '../systems/registry.ts';
import { requiredSecrets } from '../systems/required-secrets.ts';
import { decodeClaims } from './claims.ts';
import { toTokenRecord } from './expiry.ts';
import { requestToken } from './token-requests.ts';

export interface ObtainedToken extends IssuedToken {
  /** Monotonic clock when the request was sent, ms: the age of the token, whatever becomes of the wall clock. */
  readonly sentAtMonotonicMs: number;
}

/**
 * Asks the tenant for a token. Makes one request (for `jwt_bearer` a second one when the clocks differ, for `api_key`
 * none), or none and rejects: `auth.secret_missing`, `auth.secret_rebind`, `auth.sign_in_needed`; else
 * `auth.refused`, `auth.sign_in_needed` and `network.*` as the answer was. A token that had expired on arrival is an
 * answer as well: see `assertAlive`.
 */
export type ObtainToken = (
  profile: Profile,
  secrets: BoundSecrets | undefined,
  options?: ObtainOptions,
) => Promise<ObtainedToken>;

/** Sends when it is time to, and knows when the answer has come. */
type InTurn = <Answer>(send: () => Promise<Answer>) => Promise<Answer>;

export interface ObtainOptions {
  /** Another scope than the profile's, for this once. */
  readonly scope?: string;
  readonly signal?: AbortSignal;
  /** Of a profile that a person signed in to; without one no request is made. */
  readonly session?: StoredSession;
  /** Called, and awaited, with the session that follows before anything else of the answer is looked at. */
  readonly keepSession?: (next: IssuedSession) => Promise<void>;
  /** Around each request; default: it is sent at once. */
  readonly inTurn?: InTurn;
  /** Server's clock minus the local one as the last answer told, ms; null: unknown. */
  readonly clockOffsetMs?: number | null;
}

export function createObtainToken(http: Http, clock: Clock): ObtainToken {
  return async (profile, bound, options = {}) => {
    const origin = tokenOrigin(profile);
    assertSendable(profile, bound, origin);
    const secrets = bound?.values ?? {};
    const sending = options.inTurn === undefined ? http : sentInTurn(http, options.inTurn);
    const answer = await requestToken({ http: sending, clock, profile, secrets, origin, options }).catch(
      (error: unknown) => {
        throw error instanceof TokentrayError ? forProfile(error, profile.name) : error;
      },
    );
    const claims = decodeClaims(answer.accessToken)?.payload;
    const record = toTokenRecord(answer, claims === undefined ? undefined : tokenIdentity(profile, claims));
    return {
      record: secrets.apiSecret === undefined ? record : { ...record, apiSecret: secrets.apiSecret },
      origin,
      sentAtMonotonicMs: answer.sentAtMonotonicMs,
    };
  };
}

function sentInTurn(http: Http, inTurn: InTurn): Http {
  return { send: (request) => inTurn(() => http.send(request)), close: () => http.close() };
}

/** Throws `network.token_expired` for a token that has ended before anybody could use it. */
export function assertAlive(clock: Clock, profile: Profile, issued: ObtainedToken): void {
  if (hasEnded(clock, issued)) throw deadToken(profile, issued.origin);
}

export function deadToken({ name }: Profile, origin: string): TokentrayError {
  return new TokentrayError('network.token_expired', { data: { profile: name, host: new URL(origin).host } });
}

/** Whether a token that just came is of no use any more; of the two clocks, the one that ran further since counts. */
function hasEnded(clock: Clock, { record, sentAtMonotonicMs }: ObtainedToken): boolean {
  const { obtainedAtMs, expiresAtMs } = record;
  if (expiresAtMs === null) return false;
  const ageMs = Math.max(clock.now() - obtainedAtMs, clock.monotonic() - sentAtMonotonicMs);
  return expiresAtMs - obtainedAtMs <= ageMs;
}

/** A clock that ran ahead by more than this while a request was under way means that the machine slept. */
const sleepMs = 2_000;

/** Whether a token ended because the machine slept while it was on its way: the server can be asked again at once. */
export function wasSleptAway(clock: Clock, issued: ObtainedToken): boolean {
  const aheadMs = clock.now() - issued.record.obtainedAtMs - (clock.monotonic() - issued.sentAtMonotonicMs);
  return aheadMs > sleepMs && hasEnded(clock, issued);
}

/**
 * The origin that the profile's secrets are bound to: that of its token endpoint, for an API key that of its API. Throws
 * `config.profile_invalid` while neither is known.
 */
export function tokenOrigin(profile: Profile): string {
  const { token, api } = systemOf(profile).endpoints(profile);
  const [path, target] =
    profile.auth === 'api_key' ? (['endpoints.api', api] as const) : (['endpoints.token', token] as const);
  if (target !== undefined) return new URL(target).origin;
  const issues = [{ path, message: 'Is not known: give it, or look it up by the issuer.' }];
  throw new TokentrayError('config.profile_invalid', { data: { profile: profile.name, issues } });
}

/** Throws when a request would lack a secret, or carry one to another origin than it was entered for. */
export function assertSendable(profile: Profile, secrets: BoundSecrets | undefined, origin: string): void {
  const required = requiredSecrets(profile);
  if (secrets !== undefined && secrets.origin !== origin && Object.keys(secrets.values).length > 0) {
    throw new TokentrayError('auth.secret_rebind', {
      data: { profile: profile.name, host: new URL(origin).host, detail: new URL(secrets.origin).host },
    });
  }
  const missing = required.filter((kind) => secrets?.values[kind] === undefined);
  if (missing.length > 0) {
    throw new TokentrayError('auth.secret_missing', { data: { profile: profile.name, detail: missing.join(', ') } });
  }
}
