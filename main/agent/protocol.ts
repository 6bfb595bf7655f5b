/**
 * What travels over the agent's socket: HTTP/1.1 with JSON bodies, the version in the path.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /v1/hello` | `Hello` |
 * | `GET /v1/token?name=&minValid=&force=1&scope=&as=&literal=1&cached=1` | text that ends in a newline: what `tokentray token` prints; with `Accept: application/json` a `TokenReply` |
 * | `GET /v1/status` | `ProfileStatus[]` |
 * | `POST /v1/profiles` `AddRequest` | `EnrolReply` |
 * | `PATCH /v1/profiles/{name}` `EditRequest` | `EnrolReply` |
 * | `POST /v1/poke` | 204: somebody else wrote to the database |
 * | `GET /v1/changes` | a `ChangeNotice` on a line of its own for each change, until the client hangs up |
 *
 * `cached=1` asks for what needs no request to a server: 204 when the stored token lives too short (or there is none).
 * Failures are `ErrorReply` with status 400 (config), 404 (no such profile), 409 (needs a person), 502 (server, network),
 * 503 (storage) or 500. A warning travels in the header `tokentray-warning`, percent-encoded.
 */
import type { ErrorRecord } from '../errors.ts';
import type { Secrets } from '../profiles/profile.ts';

/** Raised when a request or answer changes its meaning. */
export const protocolVersion = 1;

export interface Hello {
  readonly product: 'tokentray';
  readonly protocol: number;
  /** Of the program, as in package.json. */
  readonly version: string;
  readonly pid: number;
}

export interface TokenReply {
  readonly name: string;
  readonly token: string;
  readonly tokenType: string;
  readonly scope?: string;
  /** ISO 8601, UTC; null when unknown. */
  readonly expiresAt: string | null;
  readonly remainingSeconds: number | null;
  readonly warning?: string;
}

/** What should be read again. */
export interface ChangeNotice {
  /** What `GET /v1/status` answers may have changed. */
  readonly status: boolean;
  readonly settings: boolean;
}

export interface AddRequest {
  readonly profile: unknown;
  readonly secrets?: Secrets;
}

export interface EditRequest {
  readonly profile?: unknown;
  readonly secrets?: Secrets;
  /** False stores without asking the server for a token first. */
  readonly test: boolean;
}

export interface EnrolReply {
  readonly name: string;
  /** Things worth knowing that do not stand in the way, as sentences. */
  readonly warnings: readonly string[];
}

export interface ErrorReply {
  readonly error: ErrorRecord;
  readonly what: string;
  readonly next: string;
}
