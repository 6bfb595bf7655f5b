/** What a profile's page says of a token: what it allows, what each claim means, and the JSON itself; with axe in each state. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { ProfileDetail, ProfileView } from '../../../preload/views.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { everyState, scriptWith, toldBy, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();
const day = 86_400_000;

interface Shown {
  readonly payload?: Record<string, unknown>;
  readonly view?: Partial<ProfileView>;
  readonly detail?: Partial<ProfileDetail>;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly isOnline?: boolean;
}

async function show({
  payload = {},
  view,
  detail,
  theme,
  width = 1_280,
  isOnline = true,
}: Shown): Promise<OpenedWindow> {
  const profile = viewOf('acme-prod', nowMs, view);
  const script = scriptWith(nowMs, [profile], { isOnline });
  const window = await open({
    script: { ...script, detail: { ...script.detail, ...toldBy(profile.system, payload), ...detail } },
    size: { width, height: 900 },
    reducedMotion: true,
    ...(theme === undefined ? {} : { theme }),
  });
  if (width < 600) await window.page.locator('[data-id="id-acme-prod"] .row-main').click();
  await window.page.getByRole('tab', { name: 'Claims' }).waitFor();
  return window;
}

const claimRow = (page: Page, name: string) =>
  page.getByRole('table', { name: /Claims/ }).getByRole('row', { name: new RegExp(`\\b${name}\\b`) });
const list = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

describe('the claims', () => {
  it('say what they mean for the system that the token is for', async () => {
    const { page } = await show({ payload: { org: 'acme', identity_id: null, unheard_of: 1 } });
    expect(await claimRow(page, 'org').textContent()).toContain('Org Name on its dashboard');
    expect(await claimRow(page, 'identity_id').textContent()).toMatch(/not set.*most APIs answer 403/);
    expect(await claimRow(page, 'unheard_of').getByRole('cell').textContent()).toBe('1');
  });

  it('read times as the person writes them, beside the number, and lengths of time in words', async () => {
    const payload = { exp: 1_800_000_000, expires_in: 899 };
    const { page } = await show({ payload, view: { system: 'aic' } });
    expect(await claimRow(page, 'exp').textContent()).toMatch(/1800000000.*20(26|27).*(in|ago)/);
    expect(await claimRow(page, 'expires_in').textContent()).toMatch(/899.*14 minutes/);
  });

  it('show a list as a list, and say that one is empty', async () => {
    const { page } = await show({ payload: { authorities: [], scope: ['read', 'write'], amr: ['pwd', 'otp'] } });
    expect(await list(page, 'Authorities').textContent()).toContain('None');
    expect(await claimRow(page, 'authorities').textContent()).toContain('none');
    expect(await list(page, 'Scopes').getByRole('listitem').allTextContents()).toEqual(['read ', 'write ']);
    expect(await claimRow(page, 'amr').getByRole('listitem').allTextContents()).toEqual(['pwd', 'otp']);
  });

  it('show a hundred scopes when they are wanted', async () => {
    const scope = Array.from({ length: 100 }, (_, at) => `scope-${at}`);
    const { page } = await show({ payload: { scope }, view: { system: 'oauth' } });
    expect(await list(page, 'Scopes').getByRole('listitem').count()).toBe(24);
    await page.getByRole('button', { name: 'Show all 100' }).click();
    expect(await list(page, 'Scopes').getByRole('listitem').count()).toBe(100);
    await page.getByRole('button', { name: 'Show fewer' }).click();
    expect(await list(page, 'Scopes').getByRole('listitem').count()).toBe(24);
  });

  it.each(['header', 'payload'])('are copied as JSON by main: the %s', async (part) => {
    const { page, calls } = await show({ payload: { org: 'acme' } });
    await page.getByRole('tab', { name: 'Raw' }).click();
    await page.getByRole('button', { name: `Copy the ${part}` }).click();
    await page.getByText(`The ${part} is copied`).first().waitFor();
    expect(await calls('profiles.copyClaims')).toMatchObject([{ input: { id: 'id-acme-prod', part } }]);
  });

  it('of an opaque token are none, and what the server said is shown all the same', async () => {
    const access = [{ claim: 'scope', label: 'Scopes', items: [{ name: 'read', meaning: null }] }];
    const { page } = await show({ detail: { claims: null, access } });
    await page.getByText('This token says nothing about itself').waitFor();
    expect(await list(page, 'Scopes').getByRole('listitem').count()).toBe(1);
  });
});

describe('the page', () => {
  it('asks anew for its details when the definition was changed elsewhere', async () => {
    const { emit, calls } = await show({});
    const before = (await calls('profiles.detail')).length;
    await emit('profiles.changed', { changed: [viewOf('acme-prod', nowMs, { revision: 2 })], removedIds: [] });
    await expect.poll(async () => (await calls('profiles.detail')).length).toBe(before + 1);
  });

  it('says when the credential ends, and leads to where a new one is made and entered', async () => {
    const credentialExpires = new Date(nowMs + 12 * day).toISOString().slice(0, 10);
    const { page, calls } = await show({ view: { credentialExpires } });
    await page.getByText(/The personal access token ends in 1[12] days/).waitFor();
    const callout = page.locator('.callout', { hasText: 'personal access token ends' });
    await callout.getByRole('button', { name: 'Personal access tokens' }).click();
    expect(await calls('profiles.openLink')).toMatchObject([{ input: { link: 'credentials' } }]);
    expect(await callout.getByRole('button', { name: 'Enter the new one' }).count()).toBe(1);
  });
});

const noToken = {
  token: 'none',
  expiresAtMs: null,
  obtainedAtMs: null,
  nextRefreshAtMs: null,
  identity: null,
} as const;
const untold = { claims: null, access: [], scope: null, clockOffsetMs: null };
const [, , refreshing, failing, stopped, signIn] = everyState(nowMs);

const states: readonly (readonly [name: string, shown: Shown])[] = [
  ['without a token', { view: noToken, detail: untold }],
  ['being renewed', { view: { ...refreshing, id: 'id-acme-prod', name: 'acme-prod' } }],
  ['tried again', { view: { ...failing, id: 'id-acme-prod', name: 'acme-prod' } }],
  ['stopped', { view: { ...stopped, id: 'id-acme-prod', name: 'acme-prod' } }],
  ['in need of a sign-in', { view: { ...signIn, id: 'id-acme-prod', name: 'acme-prod' } }],
  ['expired', { view: { token: 'expired', appearance: 'expiring', expiresAtMs: nowMs - day, nextRefreshAtMs: null } }],
  ['linked', { view: { auth: 'linked', system: 'nerm', linkedTo: 'acme-isc' } }],
  ['opaque', { detail: untold }],
  [
    'of production, with a credential that has ended',
    { view: { environment: 'production', credentialExpires: '2020-01-01' } },
  ],
  ['offline', { isOnline: false }],
  [
    'with huge claims',
    {
      payload: {
        scope: Array.from({ length: 100 }, (_, at) => `scope-${at}-${'long'.repeat(20)}`),
        sub: 'x'.repeat(2_000),
      },
    },
  ],
];

describe.each(states)('a profile %s', (_, shown) => {
  it.each([
    ['light', 1_280],
    ['dark', 420],
  ] as const)('in %s, %i wide, gives axe nothing to find, and nothing stands out at the side', async (theme, width) => {
    const { page } = await show({ ...shown, theme, width });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
