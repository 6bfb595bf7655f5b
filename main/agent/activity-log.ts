/** Writes into the log what the process that refreshes does: tokens, failures, sign-ins, the vault, its start and end. */
import type { Clock } from '../clock.ts';
import { asTokentrayError, fromErrorRecord } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import { createLog } from '../log/log.ts';
import type { Log } from '../log/log.ts';
import { logLevels } from '../log/log-event.ts';
import { settingValue } from '../settings/setting-value.ts';
import type { Settings } from '../settings/settings.ts';
import type { Storage, StorageChange } from '../storage/storage.ts';
import type { SignIn, SignIns } from '../tokens/sign-ins.ts';
import type { Engine } from '../tokens/tokens.ts';

export interface ActivityPorts {
  readonly version: string;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'home' | 'vault' | 'profiles' | 'tokens' | 'onChange'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly engine: Pick<Engine, 'onFailure'>;
  readonly signIns: Pick<SignIns, 'onChange' | 'underWay'>;
}

export interface ActivityLogOptions {
  readonly role: 'agent' | 'application';
  /** False while another process is the agent, which then tells of the tokens. */
  readonly refreshes: () => boolean;
  /** Default: the files of the data folder, as much as the setting says. */
  readonly log?: Log;
}

/** Returns the way to end it, which is the last thing in the log. */
export function keepActivityLog(ports: ActivityPorts, options: ActivityLogOptions): () => void {
  const { role, refreshes, log = logOfSettings(ports) } = options;
  log.write({ event: 'started', role, version: ports.version });
  const ends = [followVault(ports, log), followTokens(ports, log, refreshes), followSignIns(ports, log)];
  return () => {
    for (const end of ends) end();
    log.write({ event: 'stopped' });
  };
}

function logOfSettings({ clock, storage: { home }, settings }: ActivityPorts): Log {
  const level = () => logLevels.find((known) => known === settingValue(settings, 'logLevel')) ?? 'info';
  return createLog({ clock, home, level: () => quietly(level, 'info') });
}

/** A database that cannot be read now has told so to whoever needs it. */
function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function followTokens({ clock, storage, engine }: ActivityPorts, log: Log, refreshes: () => boolean): () => void {
  const { profiles, tokens } = storage;
  // What was obtained before is none of this log: nothing needs to be read at the start.
  const sinceMs = clock.now();
  const known = new Map<string, number>();

  function look(id: string): void {
    const facts = quietly(() => tokens.facts(id), undefined);
    if (facts === undefined || facts.obtainedAtMs === known.get(id) || facts.obtainedAtMs < sinceMs) return;
    known.set(id, facts.obtainedAtMs);
    const name = quietly(() => profiles.get(id)?.profile.name, undefined);
    if (name !== undefined) log.write({ event: 'token-obtained', profile: name, expiresAtMs: facts.expiresAtMs });
  }

  const ends = [
    storage.onChange((change) => {
      if (!refreshes()) return;
      log.write({ event: 'storage-changed', profiles: countOf(change), settings: change.settings });
      const ids =
        change.profileIds === 'all' ? quietly(() => profiles.list(), []).map(({ id }) => id) : change.profileIds;
      for (const id of ids) look(id);
    }),
    engine.onFailure(({ profile }, { code, data }) => {
      log.write({ event: 'token-failed', profile: profile.name, error: { code, data } });
    }),
  ];
  return () => ends.forEach((end) => end());
}

function countOf({ profileIds }: StorageChange): number | 'many' {
  return profileIds === 'all' ? 'many' : profileIds.size;
}

/** What keeps the vault closed, besides which its failures are those of one profile. */
const outOfReach: ReadonlySet<ErrorCode> = new Set([
  'storage.keychain_locked',
  'storage.keychain_unavailable',
  'storage.keychain_entry_missing',
  'storage.passphrase_needed',
  'storage.passphrase_wrong',
]);

/** Once for each time that it opens or closes; whoever opens it says nothing, but something follows from it. */
function followVault({ storage, engine }: ActivityPorts, log: Log): () => void {
  let told: 'opened' | 'out of reach' | undefined;
  const look = () => {
    if (told === 'opened' || !storage.vault.isUnlocked()) return;
    told = 'opened';
    log.write({ event: 'vault-opened' });
  };
  look();
  const ends = [
    storage.onChange(look),
    engine.onFailure((_, error) => {
      const { code, data } = asTokentrayError(error);
      if (!outOfReach.has(code)) return look();
      if (told !== 'out of reach') log.write({ event: 'vault-out-of-reach', error: { code, data } });
      told = 'out of reach';
    }),
  ];
  return () => ends.forEach((end) => end());
}

function followSignIns({ storage: { profiles }, signIns }: ActivityPorts, log: Log): () => void {
  const known = new Set<string>();
  const nameOf = ({ profileId }: SignIn) => quietly(() => profiles.get(profileId)?.profile.name, undefined) ?? '?';

  async function follow(signIn: SignIn): Promise<void> {
    const profile = nameOf(signIn);
    log.write({ event: 'sign-in-started', profile });
    const state = await signIn.ended;
    known.delete(signIn.id);
    if (state.kind === 'done') log.write({ event: 'sign-in-done', profile });
    else if (state.kind === 'failed')
      log.write({ event: 'sign-in-failed', profile, error: fromErrorRecord(state.error) });
    else log.write({ event: 'sign-in-cancelled', profile });
  }

  return signIns.onChange(() => {
    for (const signIn of signIns.underWay()) {
      if (known.has(signIn.id)) continue;
      known.add(signIn.id);
      void follow(signIn);
    }
  });
}
