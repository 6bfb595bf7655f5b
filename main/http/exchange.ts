/** One request and its complete answer over a dispatcher: total time-out, size limit, no redirects, cancelling. */
import type { Dispatcher } from 'undici';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import { translateFailure } from './failure.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';

export interface ExchangeOptions {
  readonly clock: Clock;
  /** From handing the request over to the last byte of the answer. */
  readonly totalTimeoutMs: number;
  readonly maxBodyBytes: number;
}

/**
 * The last part of the total time-out, ms. Timers run before sockets are read: after the program stood still for longer than
 * the time-out, an answer that came meanwhile is read in it.
 */
const lastLookMs = 250;

/** Headers of every request unless its own say otherwise. Nothing here unpacks a compressed body, so none is asked for. */
const commonHeaders = { 'user-agent': 'Tokentray', 'accept-encoding': 'identity' };

/**
 * Sends `request` to `url`. Once it settles nothing more of the request is sent and nothing more of the answer is read.
 * Rejects with a TokentrayError: `network.*`, or `internal.cancelled`.
 */
export function exchange(
  dispatcher: Dispatcher,
  url: URL,
  request: HttpRequest,
  { clock, totalTimeoutMs, maxBodyBytes }: ExchangeOptions,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const { host } = url;
    const { keepBytes = Infinity } = request;
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isSettled = false;
    let failure: TokentrayError | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let head: { status: number; headers: Headers } | undefined;
    let sentAtMs = 0;
    let sentAtMonotonicMs = 0;

    const settle = () => {
      isSettled = true;
      timer.cancel();
      request.signal?.removeEventListener('abort', cancel);
    };
    const fail = (error: TokentrayError) => {
      if (isSettled) return;
      failure = error;
      settle();
      controller?.abort(error);
      reject(error);
    };
    const succeed = () => {
      if (isSettled || head === undefined) return;
      settle();
      const body = new TextDecoder().decode(Buffer.concat(chunks, Math.min(bytes, keepBytes)));
      resolve({ ...head, body, sentAtMs, sentAtMonotonicMs, receivedAtMs: clock.now() });
    };
    const cancel = () => fail(new TokentrayError('internal.cancelled'));
    const timeOut = () => fail(new TokentrayError('network.timeout', { data: { host } }));
    const lastMs = Math.min(lastLookMs, totalTimeoutMs / 2);
    let timer = clock.setTimer(totalTimeoutMs - lastMs, () => {
      timer = clock.setTimer(lastMs, timeOut);
    });
    request.signal?.addEventListener('abort', cancel);

    const handler: Dispatcher.DispatchHandler = {
      // Comes when a connection is there, right before the first byte is written.
      onRequestStart(started) {
        controller = started;
        if (failure !== undefined) return started.abort(failure);
        sentAtMs = clock.now();
        sentAtMonotonicMs = clock.monotonic();
      },
      onResponseStart(_, status, headers) {
        if (status < 200) return;
        if (status >= 300 && status <= 399) return fail(redirected(url, status, headers['location']));
        head = { status, headers: toHeaders(headers) };
      },
      onResponseData(_, chunk) {
        if (isSettled) return;
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes >= keepBytes) {
          succeed();
          controller?.abort(new TokentrayError('internal.cancelled'));
        } else if (bytes > maxBodyBytes) fail(new TokentrayError('network.too_large', { data: { host } }));
      },
      onResponseEnd: succeed,
      onResponseError: (_, error) => fail(translateFailure(error, host)),
    };

    dispatcher.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers: { ...commonHeaders, ...request.headers },
        body: request.body ?? null,
      },
      handler,
    );
  });
}

type WireHeaders = Record<string, string | string[] | undefined>;

function toHeaders(wire: WireHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(wire))
    for (const line of Array.isArray(value) ? value : [value]) if (line !== undefined) headers.append(name, line);
  return headers;
}

/** Longest name in the DNS (RFC 1035 section 2.3.4); what is longer is no place that anybody could go to. */
const maxHostname = 253;

/** Names only the origin it points to: the rest of such a target may carry a token. */
function redirected(from: URL, status: number, location: string | string[] | undefined): TokentrayError {
  const target = typeof location === 'string' ? URL.parse(location, from.href) : null;
  const isPlace = target !== null && /^https?:$/.test(target.protocol) && target.hostname.length <= maxHostname;
  return new TokentrayError('network.redirected', {
    data: { host: from.host, status, ...(isPlace ? { detail: target.origin } : {}) },
  });
}
