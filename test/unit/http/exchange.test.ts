import type { Dispatcher } from 'undici';
import { describe, expect, test } from 'vitest';
import { exchange } from '../../../main/http/exchange.ts';
import type { HttpRequest } from '../../../main/http/http.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

const limits = { totalTimeoutMs: 30_000, maxBodyBytes: 8 };
const post: HttpRequest = {
  method: 'POST',
  url: 'https://acme.test/oauth/token?a=b',
  headers: { accept: '*/*' },
  body: 'x',
};

/** A dispatcher whose answer the test plays, and the exchange on it. */
function begin(request: HttpRequest = post) {
  const clock = new FakeClock();
  let dispatched: Dispatcher.DispatchOptions | undefined;
  let handler: Dispatcher.DispatchHandler = {};
  const dispatcher = {
    dispatch(options: Dispatcher.DispatchOptions, given: Dispatcher.DispatchHandler) {
      dispatched = options;
      handler = given;
      return true;
    },
  } as unknown as Dispatcher;
  const aborted: Error[] = [];
  const controller = { abort: (reason: Error) => void aborted.push(reason) } as Dispatcher.DispatchController;
  const answer = exchange(dispatcher, new URL(request.url), request, { clock, ...limits });
  answer.catch(() => undefined);
  return {
    clock,
    answer,
    aborted,
    dispatched: () => dispatched,
    start: () => handler.onRequestStart?.(controller, undefined),
    head: (status: number, headers: Record<string, string | string[]> = {}) =>
      handler.onResponseStart?.(controller, status, headers, ''),
    data: (bytes: string | Uint8Array) => handler.onResponseData?.(controller, Buffer.from(bytes as string)),
    end: () => handler.onResponseEnd?.(controller, {}),
    error: (error: Error) => handler.onResponseError?.(controller, error),
  };
}

describe('what is sent', () => {
  test('origin, path with query, method, body, and the request headers over the common ones', () => {
    const { dispatched } = begin({ ...post, headers: { 'user-agent': 'mine' } });
    expect(dispatched()).toEqual({
      origin: 'https://acme.test',
      path: '/oauth/token?a=b',
      method: 'POST',
      headers: { 'user-agent': 'mine', 'accept-encoding': 'identity' },
      body: 'x',
    });
  });
});

describe('a complete answer', () => {
  test('has status, headers with repeated lines, and the body decoded as UTF-8 across chunks', async () => {
    const { answer, start, head, data, end } = begin();
    start();
    head(200, { 'content-type': 'text/plain', 'x-two': ['a', 'b'] });
    data(Uint8Array.of(0x68, 0xc3));
    data(Uint8Array.of(0xa9, 0xff));
    end();
    const { status, headers, body } = await answer;
    expect([status, headers.get('content-type'), headers.get('x-two'), body]).toEqual([
      200,
      'text/plain',
      'a, b',
      'hé\ufffd',
    ]);
  });

  test('says when the request was written, not when it began to wait for a connection', async () => {
    const { clock, answer, start, head, end } = begin();
    await clock.advance(700);
    const [sentAtMs, sentAtMonotonicMs] = [clock.now(), clock.monotonic()];
    start();
    await clock.advance(300);
    head(204);
    end();
    expect(await answer).toMatchObject({ sentAtMs, sentAtMonotonicMs, receivedAtMs: sentAtMs + 300 });
  });

  test('leaves no timer and ignores a later abort', async () => {
    const abort = new AbortController();
    const { clock, answer, aborted, start, head, end } = begin({ ...post, signal: abort.signal });
    start();
    head(200);
    end();
    await answer;
    abort.abort();
    expect([clock.pendingTimers, aborted.length]).toEqual([0, 0]);
  });

  test('an interim answer is not the answer', async () => {
    const { answer, start, head, end } = begin();
    start();
    head(103);
    head(200);
    end();
    expect((await answer).status).toBe(200);
  });

  test.each([400, 401, 429, 500, 503])('%i resolves', async (status) => {
    const { answer, start, head, end } = begin();
    start();
    head(status);
    end();
    expect((await answer).status).toBe(status);
  });
});

describe('limits', () => {
  test('a body of exactly the limit is accepted', async () => {
    const { answer, start, head, data, end } = begin();
    start();
    head(200);
    data('12345678');
    end();
    expect((await answer).body).toBe('12345678');
  });

  test('a byte more is too large, and reading stops', async () => {
    const { answer, aborted, start, head, data } = begin();
    start();
    head(200);
    data('12345678');
    data('9');
    await expect(answer).rejects.toMatchObject({ code: 'network.too_large', data: { host: 'acme.test' } });
    expect(aborted).toHaveLength(1);
  });

  describe('where the head of the body is enough', () => {
    test('the answer is there with it, and nothing more is read', async () => {
      const { clock, answer, aborted, start, head, data, end } = begin({ ...post, keepBytes: 4 });
      start();
      head(200);
      data('12');
      data('345678901234');
      data('more');
      end();
      expect((await answer).body).toBe('1234');
      expect([aborted.length, clock.pendingTimers]).toEqual([1, 0]);
    });

    test('a shorter body is read to its end, and the connection stays', async () => {
      const { answer, aborted, start, head, data, end } = begin({ ...post, keepBytes: 4 });
      start();
      head(200);
      data('123');
      end();
      expect((await answer).body).toBe('123');
      expect(aborted).toHaveLength(0);
    });
  });

  test('the total time-out counts while the answer drips', async () => {
    const { clock, answer, aborted, start, head, data } = begin();
    start();
    head(200);
    for (let second = 0; second < 29; second += 5) {
      data('.');
      await clock.advance(5_000);
    }
    await expect(answer).rejects.toMatchObject({ code: 'network.timeout', data: { host: 'acme.test' } });
    expect(aborted).toHaveLength(1);
  });

  test('the time-out settles a request that still waits for a connection, and it is never written', async () => {
    const { clock, answer, aborted, start } = begin();
    await clock.advance(30_000);
    await expect(answer).rejects.toMatchObject({ code: 'network.timeout' });
    start();
    expect(aborted).toHaveLength(1);
  });
});

describe('cancelling', () => {
  test('settles at once and stops the request', async () => {
    const abort = new AbortController();
    const { clock, answer, aborted, start } = begin({ ...post, signal: abort.signal });
    start();
    abort.abort();
    await expect(answer).rejects.toMatchObject({ code: 'internal.cancelled' });
    expect([aborted.length, clock.pendingTimers]).toEqual([1, 0]);
  });

  test('what the dispatcher reports afterwards changes nothing', async () => {
    const abort = new AbortController();
    const { answer, aborted, start, head, end, error } = begin({ ...post, signal: abort.signal });
    start();
    abort.abort();
    error(new Error('aborted'));
    head(200);
    end();
    await expect(answer).rejects.toMatchObject({ code: 'internal.cancelled' });
    expect(aborted).toHaveLength(1);
  });
});

describe('redirects', () => {
  test.each([
    ['https://login.test/path?token=CANARY', 'https://login.test'],
    ['http://user:CANARY@login.test#CANARY', 'http://login.test'],
    ['//other.test:8443/x', 'https://other.test:8443'],
    ['/relative?code=CANARY', 'https://acme.test'],
  ])('to %s is refused, naming the origin only', async (location, detail) => {
    const { answer, aborted, start, head } = begin();
    start();
    head(302, { location });
    const error: unknown = await answer.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'network.redirected' });
    expect((error as { data: object }).data).toEqual({ host: 'acme.test', status: 302, detail });
    expect(aborted).toHaveLength(1);
  });

  test.each([
    {},
    { location: 'https://' },
    { location: 'javascript:CANARY' },
    { location: `https://${'a'.repeat(254)}/` },
  ])('with %j leads nowhere', async (headers) => {
    const { answer, start, head } = begin();
    start();
    head(304, headers);
    const error = (await answer.catch((thrown: unknown) => thrown)) as { code: string; data: object };
    expect([error.code, error.data]).toEqual(['network.redirected', { host: 'acme.test', status: 304 }]);
  });
});

test('a failure of the connection is translated', async () => {
  const { answer, error } = begin();
  error(Object.assign(new Error('CANARY'), { code: 'ECONNRESET' }));
  await expect(answer).rejects.toMatchObject({ code: 'network.reset', data: { host: 'acme.test' } });
});

describe('a program that stood still for longer than the time-out', () => {
  test('reads the answer that came meanwhile: timers run before sockets are read', async () => {
    const { answer, clock, start, head, data, end } = begin();
    start();
    clock.standStill(31_000);
    await clock.advance(0);
    head(200);
    data('answer');
    end();
    expect(await answer).toMatchObject({ status: 200, body: 'answer' });
    expect(clock.pendingTimers).toBe(0);
  });

  test('gives up a little later where none came', async () => {
    const { answer, clock, start } = begin();
    start();
    clock.standStill(31_000);
    await clock.advance(250);
    await expect(answer).rejects.toMatchObject({ code: 'network.timeout' });
  });
});
