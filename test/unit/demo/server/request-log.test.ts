import { expect, test } from 'vitest';
import { createRequestLog } from '../../../../main/demo/server/request-log.ts';

test('the log keeps the last thousand requests, oldest first', () => {
  const log = createRequestLog();
  for (let at = 0; at < 1_002; at++) log.add({ method: 'GET', path: `/${at}`, status: 200 });
  expect([log.requests.length, log.requests[0]?.path, log.requests.at(-1)?.path]).toEqual([1_000, '/2', '/1001']);
});
