/** axe finds nothing in any state of the window, in light and in dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { ProbeReply } from '../../../preload/replies.ts';
import type { BridgeScript } from '../../fixtures/fake-bridge.ts';
import { everySignIn, everyState, refused, scriptWith, signInViewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();

interface Screen {
  readonly name: string;
  readonly script?: BridgeScript;
  readonly width?: number;
  readonly go?: (page: Page) => Promise<unknown>;
  /** Rules that do not apply to this screen. */
  readonly without?: readonly string[];
}

const few = scriptWith(nowMs, everyState(nowMs));
const openRow = (name: string) => (page: Page) => page.locator(`[data-id="id-${name}"] .row-main`).click();
const unexpected = { outcome: 'unexpected-identity', expected: { user: 'jane' }, actual: { user: 'john' } };

const probed: ProbeReply = {
  verdict: 'warning',
  what: 'The token works.',
  next: 'If another call fails, probe its address.',
  checks: [
    { verdict: 'good', text: 'The API client exists.' },
    { verdict: 'bad', text: 'The API client is disabled.' },
    { verdict: 'unknown', text: 'It could not be seen.' },
  ],
  credentialExpires: '2027-05-01',
};

/** One for each state of a sign-in, beside others that are due. */
const signInScreens: readonly Screen[] = everySignIn(nowMs).map(([name, signIn]) => ({
  name: `a sign-in: ${name}`,
  width: 420,
  script: scriptWith(nowMs, [signInViewOf('hooli', nowMs, signIn), signInViewOf('due', nowMs, null)], {
    isSigningInToAll: signIn !== null,
  }),
  go: async (page) => {
    await openRow('hooli')(page);
    await page.getByRole('region', { name: 'Sign-in' }).waitFor();
  },
}));

const screens: readonly Screen[] = [
  {
    name: 'several sign-ins, one after another',
    script: scriptWith(nowMs, [signInViewOf('hooli', nowMs, null), signInViewOf('due', nowMs, null)], {
      isSigningInToAll: true,
    }),
  },
  { name: 'the list and a valid token' },
  { name: 'the list alone', width: 420 },
  { name: 'a profile alone', width: 420, go: openRow('acme-prod') },
  { name: 'a stopped profile', go: openRow('globex-prod') },
  { name: 'a profile that is tried again', go: openRow('aic-initech') },
  { name: 'a profile that is being renewed', go: openRow('aic-dev') },
  {
    name: 'a profile without a token',
    script: { ...few, detail: { ...few.detail, claims: null, scope: null, tokenType: null, clockOffsetMs: null } },
    go: openRow('nerm-vendors'),
  },
  { name: 'the raw claims', go: (page) => page.getByRole('tab', { name: 'Raw' }).click() },
  { name: 'the connection', go: (page) => page.getByRole('tab', { name: 'Connection' }).click() },
  {
    name: 'the copy menu',
    go: (page) => page.getByRole('button', { name: 'Copy as' }).click(),
    // A menu floats above the landmarks; the rule knows that of dialogs only.
    without: ['region'],
  },
  { name: 'a copy', go: (page) => page.getByRole('button', { name: 'Copy token' }).click() },
  {
    name: 'the question whose token it is',
    script: scriptWith(nowMs, everyState(nowMs), {}, { 'profiles.copy': { ok: true, value: unexpected } }),
    go: (page) => page.getByRole('button', { name: 'Copy token' }).click(),
  },
  ...signInScreens,
  {
    name: 'the question before signing out',
    script: { ...few, detail: { ...few.detail, session: { obtainedAtMs: nowMs, endsAtMs: nowMs + 3_600_000 } } },
    go: async (page) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'what a probe found',
    script: { ...few, results: { 'profiles.probe': { ok: true, value: probed } } },
    go: async (page) => {
      await page.getByRole('tab', { name: 'Probe' }).click();
      await page.getByRole('button', { name: 'Probe' }).click();
      await page.getByText('The API client is disabled.').waitFor();
    },
  },
  { name: 'the hovered row', go: (page) => page.locator('[data-id="id-aic-dev"] .row-main').hover() },
  { name: 'a search without a result', go: (page) => page.getByRole('searchbox').fill('zzz') },
  {
    name: 'offline, in the demo, without a tray, beside another agent, with a damaged profile',
    script: scriptWith(nowMs, everyState(nowMs), {
      isOnline: false,
      isDemo: true,
      hasTray: false,
      otherAgent: refused,
      damagedProfiles: [refused],
    }),
  },
  { name: 'the first screen', script: scriptWith(nowMs, []) },
  { name: 'a failed start', script: scriptWith(nowMs, [], {}, { 'app.state': { ok: false, failure: refused } }) },
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(screens)('axe finds nothing: $name', async ({ script = few, width = 1_280, go, without = [] }) => {
    const { page } = await open({ script, theme, size: { width, height: 800 }, reducedMotion: true });
    await page.getByRole('heading').first().or(page.getByRole('grid')).first().waitFor();
    await go?.(page);
    await page.waitForTimeout(100);
    const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
