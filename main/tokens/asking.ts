/** Answers who asks for a token: with the stored one where it will do, else after one request, or with why there is none. */
import type { Clock } from '../clock.ts';
import { asTokentrayError, toErrorRecord, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { TokenRecord } from '../storage/records.ts';
import type { Storage } from '../storage/storage.ts';
import { noteOfSystem } from '../systems/identity.ts';
import type { AskServer } from './ask-server.ts';
import type { Attempts } from './attempts.ts';
import type { LocalFaults } from './local-faults.ts';
import { holdsSession } from './auth-kinds.ts';
import { assertAlive } from './obtain.ts';
import { refreshCouldHelp } from './refresh-policy.ts';
import type { SingleFlight } from './single-flight.ts';
import type { Rotations } from './rotations.ts';
import { livesLongEnough, remainingMs } from './state.ts';
import type { TokenAge } from './token-age.ts';
import { defaultMinValidMs } from './tokens.ts';
import { inTurn } from './turn.ts';
import type { TokenQuery, TokenResult } from './tokens.ts';

export interface AskingOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly askServer: AskServer;
  readonly age: TokenAge;
  readonly faults: LocalFaults;
  readonly flight: SingleFlight;
  readonly rotations: Rotations;
  readonly attempts: Attempts;
  /** Ids of profiles whose first token came and has not been handed over yet. */
  readonly firsts: Set<string>;
  /** See `Engine.hurry`. */
  readonly hurry: (profileId: string) => void;
}

export class Asking {
  private readonly options: AskingOptions;

  constructor(options: AskingOptions) {
    this.options = options;
  }

  /** See `Engine.token`. */
  async token(profile: StoredProfile, query: TokenQuery): Promise<TokenResult> {
    const result = await this.answer(profile, query);
    if (query.scope === undefined) this.options.firsts.delete(profile.id);
    return result;
  }

  private async answer(profile: StoredProfile, query: TokenQuery, isAgain = false): Promise<TokenResult> {
    const { storage, flight, attempts } = this.options;
    const minValidMs = query.minValidMs ?? defaultMinValidMs;
    const force = query.force === true;
    if (query.scope !== undefined) return this.oneOff(profile, query.scope, minValidMs, force);
    const since = flight.snapshot(profile.id);
    const stored = await this.storedToken(profile, query);
    if (stored !== undefined) return stored;
    if (!force && profile.profile.refresh?.mode === 'manual') return this.byHand(profile, minValidMs);
    try {
      await attempts.make(profile, since, force);
    } catch (error) {
      const living = force || !needsSignIn(error) ? undefined : await this.result(profile, minValidMs);
      if (living === undefined || living.remainingMs === 0) throw error;
      return living;
    }
    // As it is now: it may have been changed meanwhile.
    const current = storage.profiles.get(profile.id);
    if (current === undefined) throw new TokentrayError('config.profile_not_found');
    const fresh = await this.result(current, minValidMs);
    if (fresh === undefined)
      throw new TokentrayError('storage.database_busy', { data: { profile: current.profile.name } });
    if (fresh.remainingMs !== 0) return fresh;
    // It ended on its way: the machine slept in the middle of the request.
    if (!isAgain) return this.answer(current, query, true);
    throw new TokentrayError('network.token_expired', { data: { profile: current.profile.name } });
  }

  /** See `Engine.storedToken`. A note that belongs to the token is said again by `token`. */
  async storedToken(profile: StoredProfile, query: TokenQuery): Promise<TokenResult | undefined> {
    if (query.force === true || query.scope !== undefined) return undefined;
    const { clock, storage, age } = this.options;
    const minValidMs = query.minValidMs ?? defaultMinValidMs;
    const stored = storage.tokens.facts(profile.id);
    if (stored === undefined) return undefined;
    const facts = age.now(profile.id, stored);
    const remaining = remainingMs(facts, clock.now());
    const enough = livesLongEnough(remaining, minValidMs);
    const asGoodAsItGets = remaining !== 0 && !refreshCouldHelp(facts, remaining, minValidMs);
    if (!enough && !asGoodAsItGets) return undefined;
    const result = await this.result(profile, minValidMs);
    // The machine may sleep at any moment.
    return result?.remainingMs === 0 ? undefined : result;
  }

  private async result(profile: StoredProfile, minValidMs: number): Promise<TokenResult | undefined> {
    const { clock, storage, age, faults, firsts } = this.options;
    const token = await readable(storage.tokens.read(profile.id));
    if (token === undefined) return undefined;
    faults.clear(profile.id);
    const note = firsts.has(profile.id) ? noteOfSystem(profile.profile, token.identity) : undefined;
    const remaining = remainingMs(age.now(profile.id, token), clock.now());
    return { ...handedOver(profile, token, remaining, minValidMs), ...(note === undefined ? {} : { note }) };
  }

  /** A profile that is renewed by hand hands out what lives, however shortly, and asks the server only when forced. */
  private async byHand(profile: StoredProfile, minValidMs: number): Promise<TokenResult> {
    const living = await this.result(profile, minValidMs);
    if (living !== undefined && living.remainingMs !== 0) return living;
    throw new TokentrayError('auth.renewed_by_hand', { data: { profile: profile.profile.name } });
  }

  /** A token of a narrower scope, for this once: neither stored nor shared. An API key is what it is. */
  private async oneOff(
    profile: StoredProfile,
    scope: string,
    minValidMs: number,
    force: boolean,
  ): Promise<TokenResult> {
    const { clock, storage, askServer, flight, attempts } = this.options;
    attempts.assertAllowed(profile, force);
    const attemptAtMs = clock.now();
    try {
      const ask = () => askServer(profile, { scope });
      // A refresh token may be used once; what else is sent may be sent twice at a time.
      const issued = await (holdsSession(profile.profile) ? this.asOnlyOne(profile.id, ask) : ask());
      assertAlive(clock, profile.profile, issued);
      storage.history.append(profile.id, { what: 'obtained', scope, expiresAtMs: issued.record.expiresAtMs });
      const result = handedOver(profile, issued.record, remainingMs(issued.record, clock.now()), minValidMs);
      return profile.profile.auth === 'api_key' ? { ...result, note: wholeKey } : result;
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      const isAboutScope = mayBeAboutTheScope(error);
      const told = isAboutScope ? aboutScope(error, scope) : error;
      storage.history.append(profile.id, { what: 'failed', error: toErrorRecord(told) });
      if (isAboutScope) throw told;
      await flight.noteFailure(profile, error, attemptAtMs);
      throw error;
    }
  }

  private async asOnlyOne<Result>(profileId: string, ask: () => Promise<Result>): Promise<Result> {
    const { rotations } = this.options;
    await rotations.storeWaiting(profileId);
    return inTurn({ ...this.options, endTurn: (lease) => rotations.endTurn(lease) }, profileId, ask);
  }
}

const wholeKey = 'An API key has no scope: this is the whole key, with all that it may do.';

/** Refusals that are about the client whatever it asks for (RFC 6749 section 5.2). */
const aboutTheClient: ReadonlySet<string | undefined> = new Set([
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
]);

/** What is wrong with this scope alone says nothing about the profile; servers have many words for it. */
function mayBeAboutTheScope({ code, data }: TokentrayError): boolean {
  return code === 'auth.refused' && data.status !== 401 && !aboutTheClient.has(data.oauthError);
}

/** A refusal without a code of its own, such as a 404, is no word about what was asked. */
function aboutScope(error: TokentrayError, askedScope: string): TokentrayError {
  const { code, data } = error;
  return data.oauthError === undefined ? error : new TokentrayError(code, { data: { ...data, askedScope } });
}

/** Nothing but a person can get a newer token: what lives of the old one is better than none. */
function needsSignIn(error: unknown): boolean {
  return error instanceof TokentrayError && error.code === 'auth.sign_in_needed';
}

function handedOver(
  profile: StoredProfile,
  token: TokenRecord,
  remaining: number | null,
  minValidMs: number,
): TokenResult {
  return { profile, token, remainingMs: remaining, belowMinimum: !livesLongEnough(remaining, minValidMs) };
}

/** A token that cannot be opened is as good as none: a new one can be obtained. */
async function readable<T>(reading: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TokentrayError && error.code === 'storage.record_damaged') return undefined;
    throw error;
  }
}
