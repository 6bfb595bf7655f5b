/** What the calls of the window need of the application. */
import type { CopyReply } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Settings } from '../settings/settings.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import type { Storage } from '../storage/storage.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { Engine } from '../tokens/tokens.ts';

/** The services, as far as calls use them. */
export interface CallPorts {
  /** Of the program, as in package.json. */
  readonly version: string;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'home' | 'vault' | 'profiles' | 'tokens' | 'settings'>;
  readonly settings: Settings;
  readonly engine: Pick<Engine, 'token' | 'reconcile' | 'localFault'>;
  readonly enrolment: Enrolment;
  /** Of every profile that can be read, by name. */
  status(): readonly ProfileStatus[];
}

/** What the desktop does when the window asks for it. Every method rejects with a TokentrayError. */
export interface Desktop {
  readonly isDemo: boolean;
  readonly platform: NodeJS.Platform;
  /** False on a desktop without a tray. */
  hasTray(): boolean;
  isOnline(): boolean;
  /** Why another process is the agent; undefined when this one is. */
  agentElsewhere(): unknown;
  copy(request: CopyRequest): Promise<CopyReply>;
  openLink(link: 'help' | 'releases' | 'security'): Promise<void>;
  startDemo(): Promise<void>;
  /** Looks whether the network is there. */
  checkNetwork(): void;
  quit(): void;
}

interface CopyRequest {
  readonly id: string;
  readonly as: SnippetKind;
  readonly confirmed?: boolean;
  readonly literal?: boolean;
  readonly from: 'window';
}
