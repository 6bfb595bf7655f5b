/** The port through which every request of the application leaves; `createHttp` makes the real one. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** So many bytes of the answer's body are enough, the rest is not read; absent: a body over the limit is a failure. */
  readonly keepBytes?: number;
  readonly signal?: AbortSignal;
}

/** An answer whose body was read once, within the size limit; it is complete unless the request wanted less of it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Decoded as UTF-8, invalid bytes replaced. */
  readonly body: string;
  /** Wall clock when the request was handed to the socket layer, ms. */
  readonly sentAtMs: number;
  /** Monotonic clock at the same moment, ms. */
  readonly sentAtMonotonicMs: number;
  /** Wall clock when the answer was complete, ms. */
  readonly receivedAtMs: number;
}

export interface Http {
  /**
   * Sends one request and follows no redirect. Resolves with any status.
   * Rejects with a TokentrayError of the family `network.*`, or `internal.cancelled` when `signal` aborted.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Closes idle connections; pending requests finish. */
  close(): Promise<void>;
}
