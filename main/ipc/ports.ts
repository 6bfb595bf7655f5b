/** What the calls of the window need of the application. */
import type { CopyReply } from '../../preload/replies.ts';
import type { QuickSwitcherView } from '../../preload/views.ts';
import type { Clock } from '../clock.ts';
import type { ProbeResult } from '../doctor/probe-result.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Settings } from '../settings/settings.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import type { Storage } from '../storage/storage.ts';
import type { SystemLink } from '../systems/system.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import type { SignIns } from '../tokens/sign-ins.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { Engine } from '../tokens/tokens.ts';

/** The services, as far as calls use them. */
export interface CallPorts {
  /** Of the program, as in package.json. */
  readonly version: string;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'home' | 'vault' | 'profiles' | 'settings' | 'history'>;
  readonly settings: Settings;
  readonly engine: Pick<
    Engine,
    'token' | 'renew' | 'tokenRecord' | 'facts' | 'session' | 'reconcile' | 'localFault' | 'vaultStayedLocked'
  >;
  readonly enrolment: Enrolment;
  readonly signIns: Pick<SignIns, 'start' | 'of' | 'signOut' | 'revoke'>;
  /** Fills in what the server says of itself and the profile leaves out. Rejects with `config.*` and `network.*`. */
  complete(profile: Profile): Promise<{ readonly profile: Profile; readonly notes: readonly string[] }>;
  /** Asks the API of a stored profile with its token. Rejects where there is no token to try. */
  probe(id: string, url?: string): Promise<ProbeResult>;
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
  openSystemLink(profile: Profile, link: SystemLink['id']): Promise<void>;
  /** Starts the sign-in to this profile, or goes on with it, and opens its page. */
  openSignIn(id: string): Promise<void>;
  /** The same, with the page's address on the clipboard in place of the browser. */
  copySignInLink(id: string): Promise<void>;
  /** Puts what is no secret on the clipboard, such as the code of a device sign-in. */
  copyText(text: string): Promise<void>;
  /** One after another, in this order. What goes wrong is told by the desktop. */
  signInToAll(ids: readonly string[]): void;
  stopSigningIn(): void;
  isSigningInToAll(): boolean;
  /** What opens the quick switcher from every application; null: no shortcut is set. */
  quickSwitcher(): QuickSwitcherView | null;
  startDemo(): Promise<void>;
  /** Asks for a file to read, in a dialog of the system; null: none was chosen. */
  chooseFile(): Promise<string | null>;
  /** Asks for a file with certificates, in the same way. */
  chooseCertificates(): Promise<string | null>;
  /** Asks for a file to write, and whether one that is there may be replaced; null: none was chosen. */
  chooseTarget(fileName: string): Promise<string | null>;
  /** Never rejects; says where the log is when nothing opens it. */
  openLogs(): Promise<void>;
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
