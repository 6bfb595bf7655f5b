/** What tray, copying, notifications and calls need of the application; `Services` gives it. */
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Settings } from '../settings/settings.ts';
import type { Storage } from '../storage/storage.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import type { SignIns } from '../tokens/sign-ins.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { Engine } from '../tokens/tokens.ts';

export interface DesktopPorts {
  /** Of the program, as in package.json. */
  readonly version: string;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly settings: Settings;
  readonly engine: Engine;
  readonly enrolment: Enrolment;
  readonly signIns: SignIns;
  /** By name, or the default one. Throws `config.profile_not_found`, `config.no_default_profile`, `storage.profile_damaged`. */
  profile(name?: string): StoredProfile;
  /** Of every profile that can be read, by name. */
  status(): readonly ProfileStatus[];
}
