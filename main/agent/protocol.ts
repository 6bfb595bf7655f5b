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
 * | `POST /v1/imports` `ImportRequest` | `ImportReply`: all were stored, or none |
 * | `POST /v1/sign-ins` `SignInRequest` | `SignInReply`: of the attempt that was started, or was under way already |
 * | `GET /v1/sign-ins/{id}?known=` | `SignInReply`, once its version is another one than the known, or after 25 s |
 * | `POST /v1/sign-ins/{id}` `SignInAction` | `SignInReply` |
 * | `POST /v1/sign-outs` `SignOutRequest` | `SignOutResult` |
 * | `POST /v1/poke` | 204: somebody else wrote to the database |
 * | `GET /v1/changes` | a `ChangeNotice` on a line of its own for each change, until the client hangs up |
 *
 * `cached=1` asks for what needs no request to a server: 204 when the stored token lives too short (or there is none).
 * Failures are `ErrorReply` with status 400 (config), 404 (no such profile), 409 (needs a person), 502 (server, network),
 * 503 (storage) or 500. A warning travels in the header `tokentray-warning`, percent-encoded.
 */
import type { ErrorRecord } from '../errors.ts';
import type { Secrets } from '../profiles/profile.ts';
import type { ForeignProfile } from '../tokens/enrolment-many.ts';
import type { SignInState } from '../tokens/sign-ins.ts';

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
  /** The second part of an API key that travels in two headers. */
  readonly apiSecret?: string;
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

export interface ImportRequest {
  readonly profiles: readonly ForeignProfile[];
}

export interface ImportReply {
  /** Of the profiles, in the order of the request. */
  readonly names: readonly string[];
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

export interface SignInRequest {
  /** Of the profile. */
  readonly name: string;
  /** Default 300,000. */
  readonly timeoutMs?: number;
}

export interface SignInReply {
  readonly id: string;
  /** Of the profile. */
  readonly name: string;
  /** Opaque; another one for another state. */
  readonly version: string;
  readonly state: SignInState;
}

/** What a person does about a sign-in: see `SignIn`. */
export type SignInAction =
  | { readonly action: 'paste'; readonly url: string }
  | { readonly action: 'accept' }
  | { readonly action: 'cancel' };

export interface SignOutRequest {
  /** Of the profile. */
  readonly name: string;
  /** False only tells the server, as for a profile that is about to be removed; default true. */
  readonly forget?: boolean;
}

export interface ErrorReply {
  readonly error: ErrorRecord;
  readonly what: string;
  readonly next: string;
}
