/** Everything that the doctor looks at, as one list of checks. */
import type { Clock } from '../clock.ts';
import { isoInstant } from '../clock.ts';
import { readCertificates } from '../http/trust.ts';
import type { Http } from '../http/http.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { DatabaseFacts } from '../storage/inspect-database.ts';
import type { FolderModes } from '../storage/folder-modes.ts';
import type { Storage } from '../storage/storage.ts';
import { linkIssue } from '../tokens/link-check.ts';
import { agentCheck } from './check-agent.ts';
import { connectionCheck } from './check-connection.ts';
import { databaseCheck } from './check-database.ts';
import { folderCheck } from './check-folder.ts';
import { portChecks } from './check-port.ts';
import type { PortParts } from './check-port.ts';
import { profileFindings } from './check-profile.ts';
import { proxyCheck } from './check-proxy.ts';
import type { ProxyParts } from './check-proxy.ts';
import { trustCheck } from './check-trust.ts';
import type { TrustParts } from './check-trust.ts';
import { vaultCheck } from './check-vault.ts';
import { talkedTo } from './endpoints-of.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

/** The machine, whether the storage can be opened or not. */
export interface Machine extends ProxyParts, Omit<PortParts, 'isOurs'> {
  readonly version: string;
  readonly clock: Clock;
  readonly uid: number | undefined;
  readonly caFiles: TrustParts['files'];
  readonly systemAuthorities: () => number;
  readonly folder: () => FolderModes | undefined;
  readonly database: () => DatabaseFacts | undefined;
  readonly agent: () => Promise<{ readonly version: string; readonly pid: number } | undefined>;
}

type Stores = Pick<Storage, 'vault' | 'profiles' | 'tokens' | 'sessions'>;

/** What is in the storage that was opened. */
export interface Opened {
  readonly storage: Stores;
  readonly http: Pick<Http, 'send'>;
  /** True while a sign-in of any process of Tokentray listens on the port. */
  readonly isSignInPort: (port: number) => Promise<boolean>;
}

/** `opened` is absent where the storage cannot be opened. `name` restricts what is about profiles and hosts to one. */
export function checksOf(machine: Machine, opened: Opened | undefined, name?: string): readonly Check[] {
  const { version, clock, caFiles, systemAuthorities } = machine;
  const own = [
    folderCheck({ modes: machine.folder, uid: machine.uid }),
    databaseCheck(machine.database),
    ...(opened === undefined ? [] : [vaultCheck({ vault: opened.storage.vault, hasAgent: () => hasAgent(machine) })]),
    agentCheck(machine.agent, version),
    trustCheck({ files: caFiles, read: readCertificates, ofSystem: systemAuthorities, nowMs: clock.now() }),
  ];
  return opened === undefined ? own : [...own, ...profileChecks(machine, opened, name)];
}

/** One that does not answer as it should is told by its own check. */
async function hasAgent({ agent }: Machine): Promise<boolean> {
  return (await agent().catch(() => undefined)) !== undefined;
}

function profileChecks(machine: Machine, opened: Opened, name: string | undefined): readonly Check[] {
  const { profiles } = opened.storage;
  const stored = profiles.list().filter(({ profile }) => name === undefined || profile.name === name);
  const damaged = profiles.damaged().filter((each) => name === undefined || each.name === name);
  const readable = stored.map(({ profile }) => profile);
  const hosts = talkedTo(readable);
  const today = isoInstant(machine.clock.now()).slice(0, 10);
  return [
    proxyCheck(machine, hosts),
    ...hosts.map((host) => connectionCheck(opened.http, host)),
    ...portChecks({ ...machine, isOurs: opened.isSignInPort }, readable),
    ...stored.map((each): Check => ({
      area: 'profile',
      about: each.profile.name,
      run: async () => profileFindings(factsOf(each, opened.storage, today)),
    })),
    ...damaged.map(({ name: about }): Check => ({ area: 'profile', about, run: async () => [damagedFinding(about)] })),
  ];
}

function factsOf(
  { id, profile }: StoredProfile,
  storage: Stores,
  today: string,
): Parameters<typeof profileFindings>[0] {
  return {
    profile,
    secretsOrigin: storage.profiles.secretsOrigin(id),
    token: storage.tokens.facts(id),
    session: storage.sessions.facts(id),
    activity: storage.tokens.activity(id),
    linkIssue: linkIssue(storage.profiles, profile, id),
    today,
  };
}

function damagedFinding(about: string): Finding {
  const what = 'Its definition cannot be read, and nothing is requested for it.';
  return { area: 'profile', about, level: 'problem', what, next: `See what is wrong: tokentray show ${about}` };
}
