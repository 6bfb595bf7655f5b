/** What every command works with: the streams, the agent when one listens, and the services of this process, opened at need. */
import type { AgentClient } from '../agent/agent-client.ts';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Settings } from '../settings/settings.ts';
import type { AnyProfile } from '../storage/maybe-damaged.ts';
import type { Storage } from '../storage/storage.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import type { SignIns } from '../tokens/sign-ins.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { Engine } from '../tokens/tokens.ts';
import type { CliIo } from './io.ts';
import { paint } from './style.ts';

/** The part of the application's services that commands use. */
export interface CliServices {
  readonly storage: Pick<Storage, 'vault' | 'profiles' | 'tokens' | 'sessions' | 'leases' | 'history'>;
  readonly settings: Settings;
  readonly http: Http;
  readonly engine: Pick<Engine, 'token' | 'tokenRecord'>;
  readonly enrolment: Enrolment;
  readonly signIns: Pick<SignIns, 'start' | 'signOut' | 'revoke'>;
  /** By name, or the default one. Throws `config.profile_not_found` and `config.no_default_profile`. */
  stored(name?: string): AnyProfile;
  /** The same, where its definition is needed: throws `storage.profile_damaged`, too. */
  profile(name?: string): StoredProfile;
  status(): readonly ProfileStatus[];
  close(): Promise<void>;
}

/** The part of the agent's client that commands use. */
export type CliAgent = Pick<
  AgentClient,
  'token' | 'tokenJson' | 'add' | 'addMany' | 'edit' | 'status' | 'signIn' | 'signOut' | 'poke'
>;

export interface Session {
  readonly io: CliIo;
  readonly clock: Clock;
  /** As in package.json. */
  readonly version: string;
  /** `TOKENTRAY_PASSPHRASE`, where it is set. */
  readonly passphrase: string | undefined;
  /** The data folder, whether it is there or not. Throws `storage.folder_unusable`. */
  home(): string;
  /** Of this process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Opened once. Rejects with `storage.*` and `config.setting_invalid`. */
  services(): Promise<CliServices>;
  /**
   * Connected once; undefined when no agent runs, or when the one that runs is silent, which is said on standard error.
   * Rejects with `ipc.agent_incompatible`.
   */
  agent(): Promise<CliAgent | undefined>;
  /** Tells the agent, where there is one, that the database changed. Never fails: the agent also watches the files. */
  tellAgent(): Promise<void>;
  /** In the person's own browser; false when there is none here. Never rejects. */
  openBrowser(url: string): Promise<boolean>;
  /** Never fails. */
  close(): Promise<void>;
}

export interface SessionParts {
  readonly io: CliIo;
  readonly clock: Clock;
  readonly version: string;
  readonly passphrase: string | undefined;
  home(): string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  openServices(): Promise<CliServices>;
  /** Rejects with `ipc.*`. */
  connectAgent(): Promise<CliAgent | undefined>;
  openBrowser(url: string): Promise<boolean>;
}

export function createSession(parts: SessionParts): Session {
  let services: Promise<CliServices> | undefined;
  let agent: Promise<CliAgent | undefined> | undefined;
  const connected = () => (agent ??= reachAgent(parts));
  return {
    io: parts.io,
    clock: parts.clock,
    version: parts.version,
    passphrase: parts.passphrase,
    home: () => parts.home(),
    environment: parts.environment,
    services: () => (services ??= parts.openServices()),
    agent: connected,
    async tellAgent() {
      try {
        await (await connected())?.poke();
      } catch {
        // It will notice by watching the database files.
      }
    },
    openBrowser: (url) => parts.openBrowser(url),
    async close() {
      try {
        await (await services)?.close();
      } catch {
        // What could not be opened was reported, and the command's outcome does not depend on how well things close.
      }
    },
  };
}

/** Nothing was asked of a silent agent yet, so that everything can be done here. */
async function reachAgent(parts: SessionParts): Promise<CliAgent | undefined> {
  try {
    return await parts.connectAgent();
  } catch (error) {
    if (!(error instanceof TokentrayError) || error.code !== 'ipc.agent_lost') throw error;
    const { err } = parts.io;
    err.write(`${paint(err, 'warning', 'The agent does not answer; going on without it.')}\n`);
    return undefined;
  }
}
