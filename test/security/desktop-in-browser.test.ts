/** Threat: a page that was taken over uses the real bridge for all it is worth, from the window, from a frame, and by other addresses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { inputs } from '../../preload/contract.ts';
import type { CallName } from '../../preload/contract.ts';
import { passphrase, patience, profileFile, setUpDesk } from '../e2e/desktop/desk.ts';
import type { Desk } from '../e2e/desktop/desk.ts';
import { startPeopleTenant } from '../e2e/desktop/people-tenant.ts';
import type { PeopleTenant } from '../e2e/desktop/people-tenant.ts';
import { profileRow } from '../e2e/desktop/window-parts.ts';
import { holds } from '../fixtures/canary-search.ts';
import { plainListView } from '../fixtures/window-states.ts';

/** These wait for a person in a dialog of the system. */
const askingForFiles = ['settings.chooseCaFile', 'imports.choose', 'exports.save'] as const;

let desk: Desk;
let page: Page;
let id: string;
let people: PeopleTenant;
/** A profile that a person signs in to. */
let signedInTo: string;
beforeAll(async () => {
  people = await startPeopleTenant(1);
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
  await desk.addProfile('acme');
  await profileRow(page, 'acme', 'Valid').waitFor();
  await desk.addProfile('person', people.profile(), people.clientSecret);
  await profileRow(page, 'person', 'Sign-in needed').waitFor();
  [id = '', signedInTo = ''] = (await page.evaluate(
    "tokentray.call('app.state').then(({ value }) => value.profiles.map(({ id }) => id))",
  )) as string[];
});
afterAll(async () => {
  await desk.clear();
  await people.close();
});

/** As a script in the page calls it. */
function call(name: string, input?: unknown): Promise<{ ok: boolean; value?: unknown; failure?: { code: string } }> {
  return page.evaluate(`tokentray.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
}

const toldWith = async (secret: string) => (await desk.app.told()).filter((message) => holds(message, secret));

/** Another tool's file with the tenant's secret in it. */
function importText(): string {
  const { clientId, clientSecret } = desk.tenant.client;
  const parts = [`client_id=${clientId}`, `client_secret=${clientSecret}`, 'grant_type=client_credentials'];
  return `curl ${desk.tenant.origin}/oauth/token ${parts.map((part) => `-d '${part}'`).join(' ')}`;
}

/** What every call takes, but Reveal, and what ends the application or starts another. */
function harmlessCalls(importId: string): Readonly<Partial<Record<CallName, unknown>>> {
  const draft = JSON.parse(profileFile('acme', desk.tenant)) as unknown;
  const edited = { id, draft, secrets: { clientSecret: desk.tenant.client.clientSecret } };
  return {
    'app.state': undefined,
    'app.networkChanged': undefined,
    'app.openLink': { link: 'help' },
    'app.openLogs': undefined,
    'app.setListView': plainListView,
    'profiles.detail': { id },
    'profiles.history': { id },
    'profiles.copy': { id, as: 'raw', literal: true, confirmed: true },
    'profiles.copyClaims': { id, part: 'payload' },
    'profiles.setPinned': { id, isPinned: true },
    'profiles.setTags': { ids: [id], add: ['emea'], remove: [] },
    'profiles.refreshMany': { ids: [id] },
    'profiles.refresh': { id },
    'profiles.makeDefault': { id },
    'profiles.validate': edited,
    'profiles.test': edited,
    'profiles.save': edited,
    'profiles.discover': { draft },
    'profiles.readPasted': { text: `{"client_secret":"${desk.tenant.client.clientSecret}"}` },
    'profiles.forgetPasted': { pasted: 'none' },
    'profiles.probe': { id },
    'profiles.openLink': { id: signedInTo, link: 'clients' },
    'profiles.openDraftLink': { draft: { system: 'isc', auth: 'client_credentials', tenant: 'acme' }, link: 'clients' },
    'signIns.start': { id: signedInTo },
    'signIns.open': { id: signedInTo },
    'signIns.copyLink': { id: signedInTo },
    'signIns.copyCode': { id: signedInTo },
    'signIns.cancel': { id: signedInTo },
    'signIns.openAll': undefined,
    'signIns.stopAll': undefined,
    'profiles.signOut': { id: signedInTo },
    'profiles.remove': { id },
    'profiles.restore': { id },
    'profiles.removeMany': { ids: [id] },
    'profiles.restoreMany': { ids: [id] },
    'imports.read': { text: importText() },
    'imports.unlock': { id: importId, passphrase },
    'imports.preview': { id: importId, choices: [] },
    'imports.apply': { id: importId, choices: [] },
    'imports.undo': { id: importId },
    'imports.discard': { id: importId },
    'systems.describe': undefined,
    'settings.list': undefined,
    'settings.set': { key: 'theme', value: 'light' },
    'settings.setAll': { values: { theme: null } },
    'vault.unlock': { passphrase },
    'vault.changeMode': { mode: 'passphrase', passphrase },
  };
}

describe('without Reveal', () => {
  it('no answer and no event holds a token or a secret, whatever is called', async () => {
    const opened = await call('imports.read', { text: importText() });
    const calls = harmlessCalls((opened.value as { id: string }).id);
    // Those of the quick switcher's window are refused to every other one, as a test of its own says.
    const own = Object.keys(inputs).filter((name) => !name.startsWith('switcher.'));
    const left = own.filter((name) => !Object.hasOwn(calls, name));
    // The last two need what only a person at the tenant's pages brings; without it they are refused.
    expect(left).toEqual([
      'app.startDemo',
      'app.quit',
      'profiles.reveal',
      'signIns.paste',
      'signIns.accept',
      ...askingForFiles,
    ]);
    for (const [name, input] of Object.entries(calls)) {
      expect({ name, ...(await call(name, input)) }).toMatchObject({ name, ok: true });
    }
    for (const name of askingForFiles) {
      const asked = call(name, name === 'exports.save' ? { passphrase } : undefined);
      await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
      await desk.app.answerDialog('Cancel');
      expect(await asked).toMatchObject({ ok: true });
    }
    await expect.poll(() => toldWith('profiles.changed'), patience).not.toEqual([]);
    expect(await call('signIns.accept', { id: signedInTo })).toMatchObject({ ok: false });
    expect(await call('signIns.paste', { id: signedInTo, url: 'http://localhost/' })).toMatchObject({ ok: false });
    expect(await toldWith(desk.tenant.mark)).toEqual([]);
    expect(await toldWith('CANARY')).toEqual([]);
  });

  it('the browser keeps nothing of it', async () => {
    const kept = await page.evaluate(`(async () => ({
      cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
      databases: (await indexedDB.databases()).length, caches: 'caches' in globalThis ? (await caches.keys()).length : 0,
    }))()`);
    expect(kept).toEqual({ cookie: '', local: 0, session: 0, databases: 0, caches: 0 });
  });
});

describe('Reveal', () => {
  it('gives the token of the profile that is named, and no other message holds it', async () => {
    const reply = await call('profiles.reveal', { id });
    expect(holds(JSON.stringify(reply), desk.tenant.mark)).toBe(true);
    expect(await toldWith(desk.tenant.mark)).toHaveLength(1);
  });

  it.each([
    ['an unknown profile', { id: 'unknown' }],
    ['all profiles', {}],
    ['a path', { id: '../tokens' }],
    ['more than one', { id: ['a', 'b'] }],
    ['a profile and something else', { id: 'a', secrets: true }],
  ])('gives nothing for %s', async (_case, input) => {
    const before = (await toldWith(desk.tenant.mark)).length;
    expect(await call('profiles.reveal', input)).toMatchObject({ ok: false });
    expect((await toldWith(desk.tenant.mark)).length).toBe(before);
  });
});

describe('the bridge', () => {
  it('cannot be replaced by a script that wants to hear what others are told', async () => {
    const outcome = await page.evaluate(`(() => {
      'use strict';
      const tries = {
        call: () => { tokentray.call = () => 'mine'; },
        on: () => { tokentray.on = () => 'mine'; },
        whole: () => { globalThis.tokentray = {}; },
        defined: () => { Object.defineProperty(globalThis, 'tokentray', { value: {} }); },
        deleted: () => { delete globalThis.tokentray; },
      };
      return Object.entries(tries).filter(([, attempt]) => {
        try { attempt(); return true; } catch { return false; }
      }).map(([name]) => name);
    })()`);
    expect(outcome).toEqual([]);
    expect(await call('app.state')).toMatchObject({ ok: true });
  });

  it.each([
    ['a frame of the application’s own page', '<iframe src="index.html"></iframe>'],
    ['an empty frame', '<iframe></iframe>'],
    ['a frame of a blob', '<iframe data-blob></iframe>'],
  ])('is not in %s', async (_case, html) => {
    const found = await page.evaluate(`(async () => {
      document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)});
      const frame = document.body.lastElementChild;
      if ('blob' in frame.dataset) frame.src = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      let bridge;
      try { bridge = typeof frame.contentWindow.tokentray; } catch { bridge = 'undefined'; }
      frame.remove();
      return bridge;
    })()`);
    expect(found).toBe('undefined');
  });
});

describe('an address', () => {
  it.each(['file:///etc/passwd', 'data:text/html,x', 'chrome://settings', 'javascript:void(document.title="taken")'])(
    'such as %s is not gone to, neither here nor by the system',
    async (target) => {
      const address = page.url();
      await page.evaluate(`{ try { location.href = ${JSON.stringify(target)}; } catch {} }`).catch(() => undefined);
      await page.evaluate(`{ try { open(${JSON.stringify(target)}); } catch {} }`).catch(() => undefined);
      await page.waitForTimeout(300);
      expect(page.url()).toBe(address);
      expect(await page.title()).not.toBe('taken');
      expect((await desk.app.opened()).filter((opened) => opened === target)).toEqual([]);
    },
  );

  it.each(['file:///etc/passwd', 'https://example.com', 'javascript:alert(1)', '__proto__', ''])(
    '%j is no link that the application opens',
    async (link) => {
      const before = await desk.app.opened();
      expect(await call('app.openLink', { link })).toMatchObject({
        ok: false,
        failure: { code: 'internal.bad_request' },
      });
      expect(await desk.app.opened()).toEqual(before);
    },
  );

  it('of a picture on this machine shows nothing', async () => {
    const outcome = await page.evaluate(`new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
      image.src = 'file:///usr/share/pixmaps/debian-logo.png';
    })`);
    expect(outcome).toBe('refused');
  });
});

describe('an empty page in the place of the window', () => {
  it('is told nothing, and the window can be had back', async () => {
    // Browsers ask nobody before they show it.
    await page.evaluate("location.href = 'about:blank'").catch(() => undefined);
    await page.waitForURL('about:blank');
    // No answer at all is as good as a refusal.
    const reply = await page.evaluate(`Promise.race([
      globalThis.tokentray?.call('app.state') ?? { ok: false },
      new Promise((resolve) => setTimeout(resolve, 2_000, { ok: false })),
    ])`);
    expect(reply).toMatchObject({ ok: false });
    await page.close();
    await expect.poll(() => desk.app.hasWindow(), patience).toBe(false);
    page = await desk.window();
    await expect.poll(() => profileRow(page, 'acme', 'Valid').isVisible(), patience).toBe(true);
  });
});

it('after all of it no file and no output holds a secret or a token', async () => {
  expect(await desk.leaks()).toEqual(['messages to the window']);
});
