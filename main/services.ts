/** What the tray application and the command line share: opens storage, vault, http and engine, and wires them. */
import { statSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { probeProfile } from './doctor/probe-profile.ts';
import type { ProbeResult } from './doctor/probe-result.ts';
import { TokentrayError } from './errors.ts';
import { createHttp } from './http/create-http.ts';
import type { Http } from './http/http.ts';
import type { ResolveProxy } from './http/system-proxy.ts';
import type { Profile, StoredProfile } from './profiles/profile.ts';
import { closestName } from './profiles/suggest.ts';
import { pinnedProfiles } from './settings/pinned-profiles.ts';
import { secondsOf } from './settings/setting-value.ts';
import { createSettings } from './settings/settings.ts';
import type { Settings } from './settings/settings.ts';
import { ownDataFolder } from './storage/data-folder.ts';
import { osKeychain } from './storage/keychain.ts';
import { openStorage } from './storage/open-storage.ts';
import { anyById, anyByName, readable } from './storage/maybe-damaged.ts';
import type { AnyProfile } from './storage/maybe-damaged.ts';
import { vaultModes } from './storage/storage.ts';
import type { ProfileStore, Storage, VaultMode } from './storage/storage.ts';
import { readProfile } from './systems/validate.ts';
import { completeProfile } from './tokens/complete-profile.ts';
import type { CompletedProfile } from './tokens/complete-profile.ts';
import type { PlanSettings } from './tokens/plan-settings.ts';
import { createEngine } from './tokens/create-engine.ts';
import { createEnrolment } from './tokens/enrolment.ts';
import type { Enrolment } from './tokens/enrolment.ts';
import { createObtainToken } from './tokens/obtain.ts';
import { readStatus } from './tokens/read-status.ts';
import { createSignIns } from './tokens/sign-in-desk.ts';
import type { SignIns } from './tokens/sign-ins.ts';
import type { ProfileStatus } from './tokens/status.ts';
import type { Engine } from './tokens/tokens.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ServiceOptions {
  readonly environment: Environment;
  /**
   * True for an agent and the tray application. Only a process that stays can keep a vault in its memory, and it must not
   * stand still while another one writes; a command may wait.
   */
  readonly staysRunning: boolean;
  /** Asked when the vault needs a passphrase that `TOKENTRAY_PASSPHRASE` does not give. */
  readonly passphrase?: () => Promise<string | undefined>;
  /** How the system would reach a URL, as a PAC script answers; the setting and the environment go before it. */
  readonly resolveProxy?: ResolveProxy;
}

export interface Services {
  readonly version: string;
  readonly clock: Clock;
  readonly environment: Environment;
  readonly storage: Storage;
  readonly settings: Settings;
  readonly http: Http;
  readonly engine: Engine;
  readonly enrolment: Enrolment;
  readonly signIns: SignIns;
  /** By name, or the default one. Throws `config.profile_not_found` and `config.no_default_profile`. */
  stored(name?: string): AnyProfile;
  /** The same, where its definition is needed: throws `storage.profile_damaged`, too. */
  profile(name?: string): StoredProfile;
  /** Asks the API of a profile whether its token works. Rejects with what kept the token from being had. */
  probe(profileId: string, url?: string): Promise<ProbeResult>;
  /** Of every profile that can be read, by name. */
  status(): readonly ProfileStatus[];
  /** Everything that discovery tells of a profile that is being made; see `completeProfile`. */
  complete(profile: Profile): Promise<CompletedProfile>;
  close(): Promise<void>;
}

export function openServices(options: ServiceOptions): Services {
  const { environment } = options;
  const clock = systemClock;
  const storage = openStorage({
    home: ownDataFolder(environment),
    clock,
    keychain: osKeychain(),
    newVaultMode: () => newVaultMode(environment, options.staysRunning),
    passphrase: () => passphraseOf(options),
    readProfile,
    busyTimeoutMs: options.staysRunning ? 50 : 5_000,
  });
  const settings = createSettings(storage.settings);
  const http = httpOfSettings(clock, options, settings);
  const obtain = createObtainToken(http, clock);
  // An only profile is the first without being chosen.
  const firstId = () => settings.get('defaultProfile');
  const engine = createEngine({
    clock,
    storage,
    obtain,
    random: Math.random,
    firstId,
    settings: () => planSettings(settings),
  });
  const signIns = createSignIns({ clock, http, storage, hurry: engine.hurry });
  const enrolment = createEnrolment({
    clock,
    storage,
    obtain,
    complete: (profile) => completeProfile(http, profile),
    hurry: engine.hurry,
  });

  return {
    version: packageJson.version,
    clock,
    environment,
    storage,
    settings,
    http,
    engine,
    enrolment,
    signIns,
    stored: (name) => findProfile(storage, settings, name),
    profile: (name) => readable(findProfile(storage, settings, name)),
    async probe(profileId, url) {
      const stored = anyById(storage.profiles, profileId);
      if (stored === undefined) throw new TokentrayError('config.profile_not_found');
      const { profile } = readable(stored);
      const token = async () => (await engine.token(profileId)).token;
      return probeProfile({ http, profile, token, ...(url === undefined ? {} : { url }) });
    },
    status() {
      const chosen = defaultProfile(storage.profiles, settings)?.id;
      const pinned = pinnedProfiles(settings);
      const uses = storage.history.lastUses();
      return storage.profiles.list().map((stored) =>
        readStatus({ engine, clock }, stored, {
          isDefault: stored.id === chosen,
          isPinned: pinned.has(stored.id),
          lastUsedAtMs: uses.get(stored.id) ?? null,
        }),
      );
    },
    complete: (profile) => completeProfile(http, profile, { everything: true }),
    async close() {
      await Promise.all([engine.stop(), signIns.close()]);
      await http.close();
      storage.close();
    },
  };
}

/** An empty variable is as good as none, except that it is told where nobody can be asked. */
async function passphraseOf({ environment, passphrase }: ServiceOptions): Promise<string | undefined> {
  const given = environment['TOKENTRAY_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  return (await passphrase?.()) ?? given;
}

function findProfile({ profiles }: Storage, settings: Settings, name: string | undefined): AnyProfile {
  if (name !== undefined) {
    const stored = anyByName(profiles, name);
    if (stored !== undefined) return stored;
    const suggestion = closestName(name, [
      ...profiles.list().map(({ profile }) => profile.name),
      ...profiles.damaged().map((damaged) => damaged.name),
    ]);
    throw new TokentrayError('config.profile_not_found', {
      data: { profile: name, ...(suggestion === undefined ? {} : { suggestion }) },
    });
  }
  const stored = defaultProfile(profiles, settings);
  if (stored === undefined) throw new TokentrayError('config.no_default_profile');
  return stored;
}

/** The one that was chosen; while nobody chose, an only profile. */
function defaultProfile(profiles: ProfileStore, settings: Settings): AnyProfile | undefined {
  const id = settings.get('defaultProfile');
  if (id !== undefined) return anyById(profiles, id);
  const all = [...profiles.list(), ...profiles.damaged()];
  return all.length === 1 ? all[0] : undefined;
}

function planSettings(settings: Settings): PlanSettings {
  return {
    earlySeconds: secondsOf(settings, 'refreshEarlySeconds'),
    network: JSON.stringify([settings.get('proxy'), settings.get('caFile')]),
  };
}

/** Tells one state of a CA file from another. */
function fileState(path: string | undefined): string {
  const changedMs = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return `${path ?? ''} ${changedMs ?? ''}`;
}

/** The proxy and CA settings, and the CA file, may change while the application runs: later requests use the new ones. */
function httpOfSettings(clock: Clock, { environment, resolveProxy }: ServiceOptions, settings: Settings): Http {
  const create = (): Http => {
    const proxy = settings.get('proxy');
    const caFile = settings.get('caFile');
    return createHttp({
      clock,
      environment,
      ...(proxy === undefined ? {} : { proxy }),
      ...(resolveProxy === undefined ? {} : { resolveProxy }),
      ...(caFile === undefined ? {} : { caFile }),
    });
  };
  let current: { key: string; http: Http } | undefined;
  return {
    send(request) {
      const key = JSON.stringify([settings.get('proxy'), fileState(settings.get('caFile'))]);
      if (current?.key !== key) {
        void current?.http.close();
        current = { key, http: create() };
      }
      return current.http.send(request);
    },
    close: async () => current?.http.close(),
  };
}

function newVaultMode(environment: Environment, staysRunning: boolean): VaultMode {
  const wanted = environment['TOKENTRAY_KEYCHAIN'] ?? 'os';
  const mode = vaultModes.find((known) => known === wanted);
  if (mode === 'memory' && !staysRunning) throw new TokentrayError('storage.memory_vault_needs_agent');
  if (mode !== undefined) return mode;
  throw new TokentrayError('config.setting_invalid', {
    data: { detail: `TOKENTRAY_KEYCHAIN is ${JSON.stringify(wanted)}; it must be one of ${vaultModes.join(', ')}` },
  });
}
