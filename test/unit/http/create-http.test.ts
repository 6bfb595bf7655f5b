import { expect, test } from 'vitest';
import { createHttp } from '../../../main/http/create-http.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

const options = () => ({ clock: new FakeClock(), environment: {} });
const get = (url: string) => ({ method: 'GET', url, headers: {} }) as const;

test.each([
  'http://acme.example.com/oauth/token',
  'http://127.0.0.1.example.com/',
  'ftp://localhost/',
  'file:///etc/hosts',
])('%s is refused as neither https nor http on loopback', async (url) => {
  await expect(createHttp(options()).send(get(url))).rejects.toMatchObject({ code: 'network.failed' });
});

test('an address that is no URL is refused and not quoted', async () => {
  const error = (await createHttp(options())
    .send(get('CANARY'))
    .catch((thrown: unknown) => thrown)) as { code: string; data: object };
  expect([error.code, JSON.stringify(error.data).includes('CANARY')]).toEqual(['network.failed', false]);
});

test('a request that is cancelled before it is sent starts no timer', async () => {
  const { clock, environment } = options();
  const http = createHttp({ clock, environment });
  const sent = http.send({ ...get('https://acme.example.invalid/'), signal: AbortSignal.abort() });
  await expect(sent).rejects.toMatchObject({ code: 'internal.cancelled' });
  expect(clock.pendingTimers).toBe(0);
});

test('closing before anything was sent is fine, and twice too', async () => {
  const http = createHttp(options());
  await http.close();
  await expect(http.close()).resolves.toBeUndefined();
});

test('after closing nothing is sent', async () => {
  const http = createHttp(options());
  await http.close();
  await expect(http.send(get('https://acme.example.invalid/'))).rejects.toMatchObject({ code: 'internal.cancelled' });
});
