/** Everything that can go wrong, as a closed list of codes with the way each may be tried again. */

/**
 * When trying again makes sense:
 * `later` by itself (network, server, keychain) · `after-user-action` once the person changed something ·
 * `after-sign-in` once the person signed in · `never` (wrong input, bug).
 */
export type RetryClass = 'never' | 'later' | 'after-sign-in' | 'after-user-action';

const retryByCode = {
  'config.usage': 'never',
  'config.file_unreadable': 'never',
  'config.file_invalid': 'never',
  'config.file_unwritable': 'never',
  'config.export_locked': 'after-user-action',
  'config.passphrase_weak': 'never',
  'config.profile_invalid': 'never',
  'config.secrets_invalid': 'never',
  'config.profile_not_found': 'never',
  'config.profile_exists': 'never',
  'config.no_default_profile': 'never',
  'config.setting_invalid': 'never',
  'config.unsupported': 'never',
  'config.link_broken': 'after-user-action',
  'config.discovery_failed': 'never',
  'config.issuer_mismatch': 'never',
  'config.sandbox_off': 'after-user-action',

  'auth.sign_in_needed': 'after-sign-in',
  'auth.sign_in_denied': 'after-sign-in',
  'auth.sign_in_timeout': 'after-sign-in',
  'auth.sign_in_invalid': 'after-sign-in',
  'auth.sign_in_other_user': 'after-sign-in',
  'auth.sign_in_port_taken': 'after-user-action',
  'auth.secret_missing': 'after-user-action',
  'auth.secret_rebind': 'after-user-action',
  'auth.refused': 'after-user-action',
  'auth.renewed_by_hand': 'after-user-action',

  'network.dns': 'later',
  'network.refused': 'later',
  'network.unreachable': 'later',
  'network.reset': 'later',
  'network.connect_timeout': 'later',
  'network.timeout': 'later',
  'network.tls_untrusted': 'later',
  'network.tls_expired': 'later',
  'network.tls_hostname': 'later',
  'network.tls_failed': 'later',
  'network.proxy_unreachable': 'later',
  'network.proxy_auth_required': 'later',
  'network.proxy_auth_rejected': 'later',
  'network.proxy_auth_unsupported': 'later',
  'network.proxy_refused': 'later',
  'network.proxy_invalid': 'after-user-action',
  'network.too_large': 'later',
  'network.redirected': 'later',
  'network.bad_answer': 'later',
  'network.token_expired': 'later',
  'network.server_error': 'later',
  'network.rate_limited': 'later',
  'network.failed': 'later',
  'network.ca_file_unreadable': 'after-user-action',

  'storage.keychain_unavailable': 'later',
  'storage.keychain_locked': 'later',
  'storage.keychain_entry_missing': 'after-user-action',
  'storage.passphrase_needed': 'after-user-action',
  'storage.passphrase_wrong': 'after-user-action',
  'storage.memory_vault_gone': 'after-user-action',
  'storage.memory_vault_needs_agent': 'after-user-action',
  'storage.vault_damaged': 'after-user-action',
  'storage.vault_missing': 'after-user-action',
  'storage.record_damaged': 'after-user-action',
  'storage.profile_damaged': 'after-user-action',
  'storage.database_newer': 'after-user-action',
  'storage.database_busy': 'later',
  'storage.database_damaged': 'after-user-action',
  'storage.folder_unusable': 'after-user-action',
  'storage.disk_full': 'later',
  'storage.session_lost': 'after-sign-in',

  'ipc.agent_running': 'never',
  'ipc.agent_incompatible': 'after-user-action',
  'ipc.agent_lost': 'later',
  'ipc.socket_path_too_long': 'never',

  'internal.bad_request': 'never',
  'internal.cancelled': 'never',
  'internal.unexpected': 'never',
} as const satisfies Record<string, RetryClass>;

/** The stable name of a failure; the part before the dot is its family. */
export type ErrorCode = keyof typeof retryByCode;

/** Every code there is, for exhaustive checks and tests. */
export const errorCodes = Object.keys(retryByCode) as readonly ErrorCode[];

/** One thing that is wrong with one field of what a person gave us. */
export interface Issue {
  /** Dotted path of the field, such as `endpoints.token`; empty for the whole document. */
  readonly path: string;
  /** What is wrong and what is expected, as a sentence without the path. */
  readonly message: string;
  /** A value that would be accepted. */
  readonly example?: string;
  /** The name or value that was probably meant. */
  readonly suggestion?: string;
}

/** What keeps small secrets for the person, by platform. */
export type KeychainBackend = 'secret-service' | 'macos-keychain' | 'windows-credential-manager';

/** Facts about a failure that may be shown, logged and stored: never a secret, a token or a header. */
export interface ErrorData {
  /** Name of the profile. */
  readonly profile?: string;
  /** `host` or `host:port` that was talked to (for proxies: the proxy). */
  readonly host?: string;
  /** Who `host` is, where it is not the server. */
  readonly peer?: 'proxy';
  /** HTTP status of the answer. */
  readonly status?: number;
  /** OAuth `error` code (RFC 6749 section 5.2). */
  readonly oauthError?: string;
  /** OAuth `error_description`, scrubbed of tokens and shortened. */
  readonly description?: string;
  /** Milliseconds that the server asked to wait (`Retry-After`, RFC 9110 section 10.2.3). */
  readonly retryAfterMs?: number;
  /** System error code, such as `ECONNREFUSED`. */
  readonly systemCode?: string;
  /** File or folder concerned. */
  readonly path?: string;
  /** Where the document concerned was found, such as the metadata of a server. */
  readonly url?: string;
  /** A backup of the file at `path` that this program made; absent where there is none. */
  readonly backup?: string;
  /** The keychain that was asked, where a failure is about it. */
  readonly keychain?: KeychainBackend;
  /** What was about to happen to the vault; absent: it was to be opened as it is. */
  readonly vault?: 'created' | 'rewrapped';
  /** The name or value that was probably meant. */
  readonly suggestion?: string;
  /** Server's clock minus the local one, ms, where the answer told it. */
  readonly clockOffsetMs?: number;
  /** Two texts that should be the same and are not, such as issuers or users: what was expected, and what came. */
  readonly expected?: string;
  readonly actual?: string;
  /** The scope that was asked for this once, in place of the profile's, where it may be what was refused. */
  readonly askedScope?: string;
  /** What is wrong, field by field. */
  readonly issues?: readonly Issue[];
  /** One further fact in words, fit to be shown. */
  readonly detail?: string;
}

export interface TokentrayErrorOptions {
  readonly data?: ErrorData;
  /** Only for our own errors and Node's system errors; errors of OAuth libraries carry tokens and are never kept. */
  readonly cause?: unknown;
}

/**
 * The only error that crosses a room's border. `message` is for developers; what a person reads is made from
 * `code` and `data` by `describeError`.
 */
export class TokentrayError extends Error {
  readonly code: ErrorCode;
  declare readonly data: ErrorData;

  constructor(code: ErrorCode, options: TokentrayErrorOptions = {}) {
    super(
      options.data?.detail === undefined ? code : `${code}: ${options.data.detail}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'TokentrayError';
    this.code = code;
    Object.defineProperty(this, 'data', { value: Object.freeze({ ...options.data }), enumerable: false });
  }

  get retry(): RetryClass {
    return retryByCode[this.code];
  }
}

/** How a failure travels in JSON: over the agent's socket and into the database. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly data: ErrorData;
}

export function toErrorRecord(error: TokentrayError): ErrorRecord {
  return { code: error.code, data: error.data };
}

/** Reads a stored or received failure back; a code of another version becomes `internal.unexpected`. */
export function fromErrorRecord(record: { readonly code: string; readonly data?: ErrorData }): TokentrayError {
  const known = record.code in retryByCode;
  return new TokentrayError(known ? (record.code as ErrorCode) : 'internal.unexpected', {
    data: known ? (record.data ?? {}) : { ...record.data, detail: `unknown error code ${record.code}` },
  });
}

/** The same failure with the name of the profile for which it was met, where it does not say one itself. */
export function forProfile({ code, data, cause }: TokentrayError, profile: string): TokentrayError {
  return new TokentrayError(code, { data: { profile, ...data }, cause });
}

/** Anything thrown, as a TokentrayError. A foreign error keeps its name and stack but not its message, which may quote secrets. */
export function asTokentrayError(thrown: unknown): TokentrayError {
  if (thrown instanceof TokentrayError) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const systemCode = (thrown as { code?: unknown } | null)?.code;
  const error = new TokentrayError('internal.unexpected', {
    data: { detail: name, ...(typeof systemCode === 'string' ? { systemCode } : {}) },
  });
  if (thrown instanceof Error && thrown.stack !== undefined) {
    const frames = thrown.stack.split('\n').filter((line) => line.startsWith('    at '));
    error.stack = [`TokentrayError: internal.unexpected: ${name}`, ...frames].join('\n');
  }
  return error;
}
