/** Which requests a demo tenant got: for tests, and never with a secret or a token. */

/** One request that was answered, or whose connection was ended. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the query, which may hold secrets. */
  readonly path: string;
  /** 0 where the connection was ended without an answer. */
  readonly status: number;
  /** Of requests of a client that the tenant knows. */
  readonly clientId?: string;
}

const maxLogged = 1_000;

export function createRequestLog(): { readonly requests: readonly LoggedRequest[]; add(request: LoggedRequest): void } {
  const requests: LoggedRequest[] = [];
  return {
    requests,
    add(request) {
      requests.push(request);
      if (requests.length > maxLogged) requests.shift();
    },
  };
}
