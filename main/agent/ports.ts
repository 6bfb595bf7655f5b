/** What the agent needs of the application that it serves. */
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { AnyProfile } from '../storage/maybe-damaged.ts';
import type { Storage } from '../storage/storage.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import type { SignIns } from '../tokens/sign-ins.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { Engine } from '../tokens/tokens.ts';

export interface AgentPorts {
  /** Of the program, as in package.json. */
  readonly version: string;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'home' | 'leases' | 'history' | 'onChange' | 'checkForChanges'>;
  readonly engine: Pick<Engine, 'token' | 'storedToken' | 'reconcile' | 'onChange'>;
  readonly enrolment: Enrolment;
  readonly signIns: Pick<SignIns, 'start' | 'byId' | 'signOut' | 'revoke'>;
  /** By name, or the default one. Throws `config.profile_not_found`, `config.no_default_profile`. */
  stored(name?: string): AnyProfile;
  /** The same, where its definition is needed: throws `storage.profile_damaged`, too. */
  profile(name?: string): StoredProfile;
  status(): readonly ProfileStatus[];
}
