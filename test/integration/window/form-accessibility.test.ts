/** axe finds nothing in any state of the forms, the settings and the unlock screen, in light and in dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { TokentrayError } from '../../../main/errors.ts';
import type { CallName } from '../../../preload/contract.ts';
import type { VaultLock } from '../../../preload/views.ts';
import type { BridgeScript } from '../../fixtures/fake-bridge.ts';
import { refused as failure, scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { FormApplication } from '../../fixtures/form-application.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const nowMs = Date.now();

interface Screen {
  readonly name: string;
  readonly script?: BridgeScript;
  readonly width?: number;
  readonly prepare?: (application: FormApplication) => void;
  /** A call that is never answered. */
  readonly unanswered?: CallName;
  readonly go: (page: Page) => Promise<unknown>;
  /** Rules that do not apply to this screen. */
  readonly without?: readonly string[];
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const add = (page: Page) => button(page, 'Add a tenant').click();
const settings = (page: Page) => button(page, 'Settings').click();

/** `way`: to its tokens, as its card is titled. */
async function choose(page: Page, system: string, way?: string): Promise<void> {
  await add(page);
  await page.getByRole('radio', { name: system }).check();
  if (way !== undefined) await page.getByRole('radio', { name: way }).check();
}

const endpoints = { token: 'https://id.example.com/token', authorize: 'https://id.example.com/authorize' };

async function fill(page: Page): Promise<void> {
  await add(page);
  await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
  for (const [label, text] of [
    ['Name', 'acme'],
    ['Tenant', 'acme'],
    ['Client id', 'id-1'],
    ['Client secret', 'secret-CANARY'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
}

async function test(page: Page): Promise<void> {
  await fill(page);
  await button(page, 'Test').click();
}

async function changeVault(page: Page): Promise<void> {
  await settings(page);
  await button(page, 'Change how secrets are kept').click();
}

const one = scriptWith(nowMs, [viewOf('other', nowMs)]);
const locked = (lock: VaultLock) => scriptWith(nowMs, [], { lock });
const closed: VaultLock = { kind: 'keychain', failure };
const needed: VaultLock = { kind: 'passphrase', failure };
const wrong = { ok: false, failure: { ...failure, code: 'storage.passphrase_wrong' } };
const refused = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } });

const screens: readonly Screen[] = [
  { name: 'the choice of a system', go: add },
  { name: 'first run', script: scriptWith(nowMs, []), go: (page) => button(page, 'Import…').waitFor() },
  {
    name: 'first run, narrow',
    script: scriptWith(nowMs, []),
    width: 420,
    go: (page) => button(page, 'Import…').waitFor(),
  },
  { name: 'a form that is filled in', go: fill },
  { name: 'a form that is filled in, narrow', width: 420, go: fill },
  {
    name: 'every option',
    go: async (page) => {
      await fill(page);
      await page.getByText('More options').click();
      for (const each of await button(page, 'Add one').all()) await each.click();
    },
  },
  {
    name: 'a form that was filled by what was pasted',
    go: async (page) => {
      await add(page);
      await button(page, 'Paste what you have').click();
      await page.getByLabel('Text of the document').fill('curl https://acme.api.identitynow.com/v3/identities');
      await button(page, 'Fill in the form').click();
      await page.getByText('Filled in from the').waitFor();
    },
  },
  {
    name: 'the dialog for a document, with one that is none',
    go: async (page) => {
      await add(page);
      await button(page, 'Paste what you have').click();
      await page.getByLabel('Text of the document').fill('dear diary');
      await button(page, 'Fill in the form').click();
      await page.getByText('Nothing in that can fill in the form.').waitFor();
    },
  },
  {
    name: 'a production tenant with the page of its credential',
    go: async (page) => {
      await fill(page);
      await page.getByRole('radio', { name: 'Production' }).check();
      await page.getByText('asks before its token is copied').waitFor();
    },
  },
  {
    name: 'endpoints in place of an issuer',
    go: async (page) => {
      await choose(page, 'OAuth 2.0', 'Sign in with the browser');
      await page.getByText('No issuer? Give the endpoints').click();
      await page.getByLabel('Token endpoint').fill('http://example.com');
      await page.getByLabel('Name', { exact: true }).focus();
      await page.getByText('Token endpoint must').waitFor();
    },
  },
  {
    name: 'an issue with a suggestion',
    go: async (page) => {
      await fill(page);
      await page.getByLabel('Name', { exact: true }).fill('Acme Prod');
      await page.getByLabel('Tenant', { exact: true }).focus();
      await button(page, 'Use acme-prod').waitFor();
    },
  },
  {
    name: 'a form that is not right',
    go: async (page) => {
      await add(page);
      await page.getByRole('radio', { name: 'OAuth 2.0' }).check();
      await button(page, 'Test').click();
      await page.getByRole('alert').getByText('need your attention').waitFor();
    },
  },
  { name: 'a test under way', unanswered: 'profiles.test', go: test },
  { name: 'a test that passed', go: (page) => test(page).then(() => page.getByText('It works').waitFor()) },
  {
    name: 'a test that failed',
    prepare: ({ tenant }) => void (tenant.outcomes = [refused]),
    go: (page) => test(page).then(() => button(page, 'Save anyway').waitFor()),
  },
  {
    name: 'a save under way',
    unanswered: 'profiles.save',
    go: (page) => fill(page).then(() => button(page, 'Save without test').click()),
  },
  { name: 'the question before leaving', go: (page) => fill(page).then(() => page.keyboard.press('Escape')) },
  {
    name: 'a profile to which a person signs in, with a redirect URI that cannot be',
    go: async (page) => {
      await choose(page, 'OAuth 2.0', 'Sign in with the browser');
      await page.getByText('More options').click();
      await page.getByLabel('Redirect URI').fill('http://example.com/code');
      await button(page, 'Save and sign in').click();
      await page.getByRole('alert').getByText('need your attention').waitFor();
    },
  },
  {
    name: 'a look-up that found something',
    prepare: (application) => {
      application.complete = async (profile) => ({ profile: { ...profile, endpoints }, notes: ['Something to know.'] });
    },
    go: async (page) => {
      await choose(page, 'OAuth 2.0', 'Sign in with the browser');
      await page.getByLabel('Issuer', { exact: true }).fill('https://id.example.com');
      await button(page, 'Look up').click();
      await page.getByText('Filled in:').waitFor();
    },
  },
  {
    name: 'issuers that differ, narrow',
    width: 420,
    prepare: (application) => {
      application.complete = async () => {
        throw new TokentrayError('config.issuer_mismatch', {
          data: { expected: 'https://a.example', actual: 'b', url: 'https://a.example/info' },
        });
      };
    },
    go: async (page) => {
      await choose(page, 'OAuth 2.0', 'Client id and secret');
      await page.getByLabel('Issuer', { exact: true }).fill('https://id.example.com');
      await button(page, 'Look up').click();
      await button(page, 'Use this issuer').waitFor();
    },
  },
  {
    name: 'a private key that will not do',
    go: async (page) => {
      await choose(page, 'PingOne AIC');
      await page.getByLabel('Private key', { exact: true }).fill('{"kty":"EC","d":"CANARY"}');
      await page.getByLabel('Name', { exact: true }).focus();
      await page.getByText(/elliptic-curve/).waitFor();
    },
  },
  {
    name: 'the choice of a profile to use',
    go: async (page) => {
      await choose(page, 'SailPoint NERM');
      await page.getByLabel('Takes its token from').click();
      await page.getByRole('option').first().waitFor();
    },
    // A menu floats above the landmarks; the rule knows that of dialogs only.
    without: ['region'],
  },
  { name: 'an API key', go: (page) => choose(page, 'SailPoint NERM', 'NERM API key') },
  { name: 'the settings', go: settings },
  { name: 'the settings, narrow', width: 420, go: settings },
  {
    name: 'a setting that cannot be',
    go: async (page) => {
      await settings(page);
      await page.getByLabel('Proxy', { exact: true }).fill('socks://x');
      await page.keyboard.press('Enter');
      await page.getByText('Proxy must begin').waitFor();
    },
  },
  { name: 'the ways to lock the secrets', go: changeVault },
  {
    name: 'a new passphrase',
    go: async (page) => {
      await changeVault(page);
      await page.getByRole('radio', { name: 'With a passphrase' }).check();
      await page.getByLabel('Passphrase', { exact: true }).fill('CANARY');
      await page.keyboard.press('Enter');
      await page.getByText('The two are not the same.').waitFor();
    },
  },
  { name: 'the unlock screen', script: locked(needed), go: (page) => page.getByText('Forgotten it?').click() },
  {
    name: 'a wrong passphrase',
    script: { ...locked(needed), results: { 'vault.unlock': wrong } },
    go: async (page) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('CANARY');
      await page.keyboard.press('Enter');
      await page.locator('.field-error').waitFor();
    },
  },
  { name: 'a closed keychain', script: locked(closed), go: (page) => button(page, 'Try again').waitFor() },
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(screens)(
    'axe finds nothing: $name',
    async ({ script = one, width = 1_280, prepare, unanswered, go, without = [] }) => {
      const application = await new FormApplication().toPresent();
      prepare?.(application);
      const { page } = await open({
        script,
        theme,
        size: { width, height: 800 },
        reducedMotion: true,
        answer: (name, input) => (name === unanswered ? new Promise(() => undefined) : application.answer(name, input)),
      });
      await page.getByRole('heading').first().or(page.getByRole('grid')).first().waitFor();
      await go(page);
      await page.waitForTimeout(100);
      const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    },
  );
});
