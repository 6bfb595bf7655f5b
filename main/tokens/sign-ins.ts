/** What is offered to whoever lets a person sign in: the window, the tray, the agent, the command line. */
import type { ErrorRecord } from '../errors.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';

/** Instants are wall-clock milliseconds. Holds no code, verifier or token. */
export type SignInState =
  /** Another Tokentray process listens on the port that this client is registered with; goes on when that one is done. */
  | { readonly kind: 'waiting-for-port'; readonly port: number }
  | {
      readonly kind: 'waiting-for-person';
      /** To be opened in a browser of the person's choice. For device codes the complete address where the server gave one. */
      readonly url: string;
      /** Where the server sends the browser: `loopback` finishes by itself, `paste` wants `SignIn.paste`, `device` neither. */
      readonly finish: 'loopback' | 'paste' | 'device';
      /** Of `loopback` and `paste`. */
      readonly redirectUri?: string;
      /** Of `device`: shown beside the address, also when that is the complete one (RFC 8628 section 3.3.1). */
      readonly userCode?: string;
      /** Of `device`: the short address that a person can type. */
      readonly verificationUri?: string;
      readonly expiresAtMs: number;
    }
  /** The code is being exchanged. */
  | { readonly kind: 'finishing' }
  /** Somebody else signed in than `expectUser` or `expectOrg` says: nothing is replaced before `accept`. */
  | {
      readonly kind: 'other-user';
      readonly expected: Pick<TokenIdentity, 'user' | 'org'>;
      readonly actual: Pick<TokenIdentity, 'user' | 'org'>;
    }
  | { readonly kind: 'done'; readonly identity?: TokenIdentity; readonly note?: string }
  | { readonly kind: 'failed'; readonly error: ErrorRecord }
  | { readonly kind: 'cancelled' };

/** Such a state is the last one of its attempt. */
export function hasEnded({ kind }: SignInState): boolean {
  return kind === 'done' || kind === 'failed' || kind === 'cancelled';
}

/** One attempt. It ends by itself five minutes after its start, unless its server or the caller says otherwise. */
export interface SignIn {
  readonly id: string;
  readonly profileId: string;
  state(): SignInState;
  /** Returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
  /** The address that the browser was sent to. Rejects with `auth.sign_in_invalid`, and then the attempt goes on. */
  paste(redirectUrl: string): Promise<void>;
  /** After `other-user`: takes the session all the same. */
  accept(): Promise<void>;
  cancel(): void;
  /** Resolves with `done`, `failed` or `cancelled`; never rejects. */
  readonly ended: Promise<SignInState>;
}

export interface SignInOptions {
  /** Default 300,000. */
  readonly timeoutMs?: number;
}

export interface SignOutResult {
  /**
   * True when the server was told; false when it has no revocation endpoint (RFC 7009) or could not be told, which
   * `warning` says, or when there was nothing to tell.
   */
  readonly revoked: boolean;
  readonly warning?: string;
}

export interface SignIns {
  /**
   * Starts an attempt, or gives the one of this profile that is under way. Opens no browser. Rejects before anything was
   * sent with `config.*`, `auth.sign_in_port_taken`, `auth.secret_rebind`, `storage.*`; with `network.*` for device codes.
   */
  start(profileId: string, options?: SignInOptions): Promise<SignIn>;
  /** The attempt of this profile that is under way, or the last one that ended. */
  of(profileId: string): SignIn | undefined;
  byId(id: string): SignIn | undefined;
  /** Those that are under way. */
  underWay(): readonly SignIn[];
  /** Ends the session: tells the server (RFC 7009) and forgets refresh token and access token. Rejects with `storage.*`. */
  signOut(profileId: string): Promise<SignOutResult>;
  /**
   * Tells a server that tokens are not used any more, and ends the attempt that is under way; never rejects. For profiles
   * that are about to be removed.
   */
  revoke(profileId: string): Promise<SignOutResult>;
  /** Calls back when the state of any attempt changed. */
  onChange(listener: () => void): () => void;
  /** Cancels everything and waits until the ports are free. */
  close(): Promise<void>;
}
