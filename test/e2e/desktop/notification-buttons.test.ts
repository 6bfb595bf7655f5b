/** The buttons of notifications do what they say, where the system shows any. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostName } from './app-under-test.ts';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { startPeopleTenant } from './people-tenant.ts';
import type { PeopleTenant } from './people-tenant.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';
import { button, pageTitle } from './window-parts.ts';

/** Linux shows none. Real Electron shows the machine's own system; the preview can pretend the others. */
const withButtons = (['darwin', 'win32'] as const).filter(
  (platform) => hostName === 'preview' || platform === process.platform,
);

const jane = 'Sign in as jane.admin';
const dayMs = 86_400_000;
/** In the calendar of the machine, which the application takes. */
const inDays = (days: number) => {
  const day = new Date(Date.now() + days * dayMs);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

describe.each(withButtons.slice(0, 1))('on %s', (platform) => {
  let desk: Desk;
  let tenant: PeopleTenant;
  let person: Person;
  beforeAll(async () => {
    tenant = await startPeopleTenant(1);
    person = createPerson();
    desk = await setUpDesk();
    await desk.start({ platform });
    // Who looks at it knows of a profile that waits for its first sign-in.
    await (await desk.window()).close();
  });
  afterAll(async () => {
    await person.close();
    await tenant.close();
    await desk.clear();
  });

  async function noticed(count: number) {
    await expect.poll(() => desk.app.notifications(), patience).toHaveLength(count);
    return (await desk.app.notifications()).at(-1);
  }

  it('Sign in opens the page of the tenant, and the session is there again', async () => {
    tenant.sessionSeconds = 1;
    await desk.addProfile('acme', tenant.profile(), tenant.clientSecret);
    await noticed(1);
    tenant.sessionSeconds = 3_600;
    await desk.app.pressNotification(0, 'Sign in');
    await expect.poll(() => desk.app.opened(), patience).toHaveLength(1);
    const [page = ''] = await desk.app.opened();
    expect(page.startsWith(`${tenant.authorizeEndpoint}?`)).toBe(true);
    expect(await person.visit(page, jane)).toMatch(/signed in/i);
    await expect.poll(async () => (await desk.tokentray('token', 'acme')).code, patience).toBe(0);
  });

  it('Edit opens the form, with the focus at the secret', async () => {
    await desk.addProfile('refused', {}, wrongSecret);
    expect(await noticed(2)).toMatchObject({ title: 'refused', isOpen: true });
    await desk.app.pressNotification(1, 'Edit');
    const page = await desk.window();
    await pageTitle(page, 'Edit refused').waitFor();
    const secret = page.getByLabel('Client secret', { exact: true });
    await expect
      .poll(() => secret.evaluate((field) => field === field.ownerDocument.activeElement), patience)
      .toBe(true);
    await secret.fill(desk.tenant.client.clientSecret);
    await button(page, 'Save').click();
    await page.getByText('refused is saved').waitFor();
    await page.close();
  });

  it('Make a new one opens the page for it, and Replace the form', async () => {
    await desk.addProfile('ending', {
      credentialExpires: inDays(10),
      endpoints: {
        token: `${desk.tenant.origin}/oauth/token`,
        api: desk.tenant.origin,
        ui: 'https://acme.identitynow.com',
      },
    });
    await expect
      .poll(async () => (await desk.app.notifications()).map(({ title }) => title), patience)
      .toContain('ending');
    const notices = await desk.app.notifications();
    const place = notices.findIndex(({ title }) => title === 'ending');
    expect(notices[place]?.body).toMatch(/^Its secret ends in 10 days, on /);
    await desk.app.pressNotification(place, 'Make a new one');
    await expect
      .poll(async () => (await desk.app.opened()).at(-1), patience)
      .toBe('https://acme.identitynow.com/ui/d/user-preferences/personal-access-tokens');
  });

  it('an end that was announced is not announced again after a restart', async () => {
    expect(await desk.app.quit()).toBe(0);
    await desk.start({ platform });
    await desk.trayShows(/acme|profiles|Tokentray/);
    await desk.addProfile('later', { credentialExpires: inDays(1) });
    await expect
      .poll(async () => (await desk.app.notifications()).map(({ title }) => title), patience)
      .toEqual(['later']);
    await desk.app.pressNotification(0, 'Replace');
    await pageTitle(await desk.window(), 'Edit later').waitFor();
  });

  it('nothing was left anywhere', async () => {
    expect(await desk.leaks(tenant.clientSecret, tenant.mark)).toEqual([]);
  });
});

it.each(withButtons.slice(1))('on %s the button is one of its own beside the click', async (platform) => {
  const desk = await setUpDesk();
  try {
    const app = await desk.start({ platform });
    await desk.addProfile('refused', {}, wrongSecret);
    await expect.poll(() => app.notifications(), patience).toHaveLength(1);
    await app.pressNotification(0, 'Edit');
    await pageTitle(await app.window(), 'Edit refused').waitFor();
    expect(await app.notifications()).toMatchObject([{ isOpen: false }]);
  } finally {
    await desk.clear();
  }
});

it.runIf(hostName === 'preview' || process.platform === 'linux')(
  'Linux shows no buttons, and a click does it',
  async () => {
    const desk = await setUpDesk();
    try {
      const app = await desk.start({ platform: 'linux' });
      await desk.addProfile('refused', {}, wrongSecret);
      await expect.poll(() => app.notifications(), patience).toHaveLength(1);
      await expect(app.pressNotification(0, 'Edit')).rejects.toThrow(/shows no button/);
      await app.clickNotification(0);
      await pageTitle(await app.window(), 'refused').waitFor();
    } finally {
      await desk.clear();
    }
  },
);
