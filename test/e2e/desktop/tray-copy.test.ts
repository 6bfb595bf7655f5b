/** The tray puts a living token on the clipboard, hides it from histories, and takes off what is still ours. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../../fixtures/canary-search.ts';
import { hostName } from './app-under-test.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { pageTitle } from './window-parts.ts';

/** Real Electron shows the machine's own system; the preview can pretend the others. */
const systems = hostName === 'preview' ? (['linux', 'darwin', 'win32'] as const) : [process.platform as 'linux'];

const form = (name: string) => `electron application/osclipboard;format="${name}"`;
const concealed = {
  linux: ['x-kde-passwordManagerHint'],
  darwin: ['org.nspasteboard.ConcealedType'],
  win32: ['ExcludeClipboardContentFromMonitorProcessing', 'CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard'],
} as const;

describe.each(systems)('on %s', (platform) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.start({ platform });
    await desk.addProfile('acme');
    await desk.trayShows(/^acme · until /);
  });
  afterAll(() => desk.clear());

  it('the tray copies a token that the tenant accepts, and says so', async () => {
    await desk.copyFromTray();
    await desk.trayShows(/^Copied · acme$/);
    const copied = await desk.app.clipboard.text();
    expect(await desk.tenant.accepts(copied)).toBe(true);
    // What the search at the end of each file looks for is in it.
    expect(holds(copied, desk.tenant.mark)).toBe(true);
    await desk.trayShows(/^acme · until /);
  });

  it('what it copied is marked so that clipboard histories leave it out, and so that it is known again', async () => {
    const formats = await desk.app.clipboard.formats();
    const [marker, ...others] = formats.filter((name) => name.includes('dev.tokentray.'));
    expect(marker).toMatch(/"dev\.tokentray\.[0-9a-f-]{36}"/);
    expect(others).toEqual([]);
    expect(formats.filter((name) => name !== marker).toSorted()).toEqual(
      ['text/plain', ...concealed[platform].map(form)].toSorted(),
    );
  });

  it('the menu begins with the same, and offers each profile in every form', async () => {
    await desk.app.clipboard.write('something else');
    const rows = await desk.app.tray.menu();
    expect(rows[0]?.label).toMatch(/^Copy acme \(until /);
    await desk.app.tray.choose(rows[0]?.label ?? '');
    await expect.poll(() => desk.app.clipboard.text(), patience).not.toBe('something else');
    expect(await desk.tenant.accepts(await desk.app.clipboard.text())).toBe(true);

    const own = rows.find(({ label }) => label.startsWith('✓ acme (default) · until '))?.label ?? '';
    await desk.app.tray.choose(own, 'Copy as', 'curl command');
    await expect.poll(() => desk.app.clipboard.text(), patience).toContain('$(tokentray token acme)');
    expect(await desk.app.clipboard.text()).toContain(desk.tenant.origin);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('what was copied', () => {
  let desk: Desk;
  let app: AppUnderTest;
  beforeAll(async () => {
    desk = await setUpDesk();
    app = await desk.start();
    await desk.addProfile('acme');
    await desk.tokentray('settings', 'set', 'clipboardSeconds', '4');
    await desk.trayShows(/^acme · until /);
  });
  afterAll(() => desk.clear());

  beforeEach(() => app.clipboard.write('before'));

  async function copy(): Promise<void> {
    await desk.copyFromTray();
    await expect.poll(() => app.clipboard.text(), patience).not.toBe('before');
  }
  const isTokenThere = async () => holds(await app.clipboard.text(), desk.tenant.mark);

  it('is taken off after the time that was set', async () => {
    await copy();
    await expect.poll(isTokenThere, patience).toBe(false);
    expect(await app.clipboard.formats()).toEqual([]);
  });

  it('is not taken off when it is no longer ours', async () => {
    await copy();
    await app.clipboard.write('a note of the person');
    await delay(5_000);
    expect(await app.clipboard.text()).toBe('a note of the person');
  });

  it('stays its whole time anew when it is copied again', async () => {
    await copy();
    await delay(2_500);
    await app.clipboard.write('before');
    await copy();
    // Past the end of the first one's time.
    await delay(2_000);
    expect(await isTokenThere()).toBe(true);
    await expect.poll(isTokenThere, patience).toBe(false);
  });

  it('goes with the application', async () => {
    await desk.tokentray('settings', 'set', 'clipboardSeconds', '0');
    await copy();
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('a token', () => {
  let desk: Desk;
  let app: AppUnderTest;
  beforeAll(async () => {
    desk = await setUpDesk();
    app = await desk.start();
  });
  afterAll(() => desk.clear());

  it('that never lives for a minute is copied, with a warning', async () => {
    desk.tenant.client.lifetimeSeconds = 30;
    await desk.addProfile('acme', { refresh: { mode: 'on-use' } });
    await desk.trayShows(/^acme · /);
    await desk.copyFromTray();
    await desk.trayShows(/^Copied · acme$/);
    await expect.poll(() => app.notifications(), patience).toHaveLength(1);
    const [notice] = await app.notifications();
    expect(notice).toMatchObject({ title: 'acme', body: expect.stringMatching(/^Copied, but .* \d+ more seconds/) });
    expect(await desk.tenant.accepts(await app.clipboard.text())).toBe(true);
  });

  it('that has less than a minute left is renewed before it is copied, and the tray shows that', async () => {
    const { client } = desk.tenant;
    client.lifetimeSeconds = 62;
    await desk.tokentray('token', 'acme', '--force');
    await delay(3_000);
    client.lifetimeSeconds = 3_600;
    desk.tenant.misbehave(client.clientId, { kind: 'slow', delayMs: 1_000 }, { requests: 1 });
    await app.clipboard.write('before');
    const before = desk.tenant.tokenRequests();
    await desk.copyFromTray();
    await desk.trayShows(/^acme · getting a token$/);
    expect(await app.clipboard.text()).toBe('before');
    await desk.trayShows(/^Copied · acme$/);
    expect(desk.tenant.tokenRequests()).toBe(before + 1);
    expect(secondsLeft(await app.clipboard.text())).toBeGreaterThan(60);
  });

  it('that cannot be had says why, and leaves the clipboard alone', async () => {
    await desk.addProfile('refused', { refresh: { mode: 'on-use' } }, wrongSecret);
    await desk.tokentray('default', 'refused');
    await desk.trayShows(/^refused · /);
    await app.clipboard.write('before');
    await desk.copyFromTray();
    const place = async () => (await app.notifications()).findIndex(({ title }) => title === 'refused');
    await expect.poll(place, patience).toBeGreaterThan(-1);
    expect((await app.notifications())[await place()]?.body).toMatch(/client/i);
    expect(await app.clipboard.text()).toBe('before');
    await app.clickNotification(await place());
    const title = pageTitle(await app.window(), 'refused');
    await expect.poll(() => title.isVisible(), patience).toBe(true);
  });

  it('of somebody else is not copied before its owner agrees', async () => {
    await desk.addProfile('strange', { expectUser: 'somebody.else' });
    await desk.tokentray('default', 'strange');
    await desk.trayShows(/^strange · until /);
    await app.clipboard.write('before');

    await desk.copyFromTray();
    await expect.poll(() => app.dialogs(), patience).toHaveLength(1);
    const [dialog] = await app.dialogs();
    expect(`${dialog?.message} ${dialog?.detail}`).toMatch(
      /strange.*somebody\.else.*jane\.admin|strange.*jane\.admin.*somebody\.else/s,
    );
    await app.answerDialog('Cancel');
    expect(await app.clipboard.text()).toBe('before');

    await desk.copyFromTray();
    await expect.poll(() => app.dialogs(), patience).toHaveLength(1);
    await app.answerDialog('Copy anyway');
    await expect.poll(() => app.clipboard.text(), patience).not.toBe('before');
    expect(await desk.tenant.accepts(await app.clipboard.text())).toBe(true);
  });

  it('left nothing of itself anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

function secondsLeft(token: string): number {
  const [, payload = ''] = token.split('.');
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
  return exp - Date.now() / 1_000;
}
