/** The machine loses its network, sleeps and wakes: the window says so, and tokens are looked after at once. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
});
afterAll(() => desk.clear());

interface Status {
  readonly activity: string;
  readonly nextRefreshAt: string | null;
  readonly obtainedAt: string | null;
}

async function status(): Promise<Status | undefined> {
  return (JSON.parse((await desk.tokentray('status', '--json')).stdout) as Status[])[0];
}

const instant = (text: string | null | undefined) => Date.parse(text ?? '');

/** The server's connections break, so often that the next try is some seconds away; instant of that try, ms. */
async function breakOff(): Promise<number> {
  const before = desk.tenant.tokenRequests();
  desk.tenant.misbehave(desk.tenant.client.clientId, { kind: 'reset' });
  await desk.tokentray('token', 'acme', '--force');
  await expect.poll(() => desk.tenant.tokenRequests(), patience).toBeGreaterThanOrEqual(before + 2);
  const nextTry = async () => instant((await status())?.nextRefreshAt);
  await expect.poll(async () => (await nextTry()) - Date.now(), patience).toBeGreaterThan(6_000);
  desk.tenant.behave(desk.tenant.client.clientId);
  return nextTry();
}

describe('without a network', () => {
  it('the window says that valid tokens can be copied all the same, and they can', async () => {
    await desk.addProfile('acme');
    await profileRow(page, 'acme', 'Valid').waitFor();
    await desk.app.setOnline(false);
    await page.getByText(/You are offline/).waitFor();
    await desk.app.clipboard.write('before');
    await button(page, 'Copy token').click();
    await page.getByText('Token of acme copied').waitFor();
    expect(await desk.tenant.accepts(await desk.app.clipboard.text())).toBe(true);
    await desk.app.setOnline(true);
    await page.getByText(/You are offline/).waitFor({ state: 'hidden' });
  });

  it.each([
    ['that comes back', returnOfNetwork],
    ['after a sleep', () => desk.app.power('resume')],
    ['after the screen was locked', () => desk.app.power('unlock-screen')],
  ])('%s, what failed is tried at once, not when it was planned', async (_case, comeBack) => {
    const planned = await breakOff();
    await comeBack();
    await expect.poll(async () => (await status())?.activity, patience).toBe('idle');
    expect(instant((await status())?.obtainedAt)).toBeLessThan(planned);
  });

  it('disturbs nobody whose token is still valid', async () => {
    expect(await desk.app.notifications()).toEqual([]);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

async function returnOfNetwork(): Promise<void> {
  await desk.app.setOnline(false);
  await page.getByText(/You are offline/).waitFor();
  await desk.app.setOnline(true);
}
