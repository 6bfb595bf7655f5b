/** Where a person signs in: one attempt for each profile, and the way out again. */
import { forProfile, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { holdsSession } from './auth-kinds.ts';
import { Listeners } from './listeners.ts';
import { Attempt } from './sign-in-attempt.ts';
import { runCodeSignIn } from './sign-in-by-code.ts';
import { planDeviceSignIn, runDeviceSignIn } from './sign-in-by-device.ts';
import { signInClient } from './sign-in-client.ts';
import type { SignInParts } from './sign-in-client.ts';
import { planCodeSignIn } from './sign-in-code-plan.ts';
import { SignInPorts } from './sign-in-ports.ts';
import { notTold, revokeStored } from './sign-in-revocation.ts';
import { hasEnded } from './sign-ins.ts';
import type { SignInOptions, SignIns, SignOutResult } from './sign-ins.ts';
import { inTurn } from './turn.ts';

/** How long a person has, ms. */
const defaultTimeoutMs = 300_000;

export function createSignIns(parts: SignInParts): SignIns {
  const { clock, storage } = parts;
  const codeParts = { ...parts, ports: new SignInPorts(clock, storage.leases) };
  const changes = new Listeners<[]>();
  /** The last one of each profile, also when it has ended. */
  const attempts = new Map<string, Attempt>();
  const starting = new Map<string, Promise<Attempt>>();
  let isClosed = false;

  async function begin(profileId: string, options: SignInOptions): Promise<Attempt> {
    const stored = profileOf(profileId);
    const { name, auth } = stored.profile;
    if (isClosed) throw new TokentrayError('internal.cancelled');
    if (!holdsSession(stored.profile)) {
      throw new TokentrayError('config.unsupported', {
        data: { profile: name, detail: `a sign-in with auth ${auth}` },
      });
    }
    const client = await signInClient(parts, stored);
    if (auth === 'device_code') {
      const device = await planDeviceSignIn(parts, client);
      const attempt = attemptOf(stored, options.timeoutMs ?? device.expiresInSeconds * 1_000);
      runDeviceSignIn(parts, client, attempt, device);
      return attempt;
    }
    const plan = await planCodeSignIn(codeParts, client);
    const attempt = attemptOf(stored, options.timeoutMs ?? defaultTimeoutMs);
    runCodeSignIn(codeParts, client, attempt, plan);
    return attempt;
  }

  function attemptOf({ id, profile }: StoredProfile, timeoutMs: number): Attempt {
    const attempt = new Attempt({ profileId: id, profile: profile.name, clock, timeoutMs });
    attempts.set(id, attempt);
    attempt.onChange(() => changes.tell());
    attempt.whenEnded(() => {
      const state = attempt.state();
      if (state.kind === 'failed') storage.history.append(id, { what: 'failed', error: state.error });
    });
    return attempt;
  }

  function profileOf(profileId: string): StoredProfile {
    const stored = storage.profiles.get(profileId);
    if (stored === undefined) throw new TokentrayError('config.profile_not_found');
    return stored;
  }

  const underWay = (): readonly Attempt[] => [...attempts.values()].filter((attempt) => !hasEnded(attempt.state()));

  async function tellServer(profileId: string): Promise<SignOutResult> {
    attempts.get(profileId)?.cancel();
    const stored = storage.profiles.get(profileId);
    return stored === undefined ? { revoked: false } : revokeStored(parts, stored);
  }

  return {
    async start(profileId, options = {}) {
      const going = underWay().find((attempt) => attempt.profileId === profileId) ?? starting.get(profileId);
      if (going !== undefined) return going;
      const begun = begin(profileId, options)
        .catch((error: unknown) => {
          const name = storage.profiles.get(profileId)?.profile.name;
          // What was met on the way knows addresses and ports, and not for whom they were wanted.
          throw error instanceof TokentrayError && name !== undefined ? forProfile(error, name) : error;
        })
        .finally(() => starting.delete(profileId));
      starting.set(profileId, begun);
      return begun;
    },
    of: (profileId) => attempts.get(profileId),
    byId: (id) => [...attempts.values()].find((attempt) => attempt.id === id),
    underWay,
    signOut: (profileId) =>
      inTurn(parts, profileId, async () => {
        const result = await tellServer(profileId);
        const { id, revision } = profileOf(profileId);
        await storage.profiles.update(id, revision, { session: null, token: null });
        storage.history.append(id, { what: 'signed-out' });
        return result;
      }),
    // In turn as well: a refresh token leaves once at a time, and what followed it is what is given back.
    revoke: (profileId) => inTurn(parts, profileId, () => tellServer(profileId)).catch(notTold),
    onChange: (listener) => changes.add(listener),
    async close() {
      isClosed = true;
      await Promise.allSettled(starting.values());
      for (const attempt of underWay()) attempt.cancel();
      await Promise.all([...attempts.values()].map((attempt) => attempt.settled()));
    },
  };
}
