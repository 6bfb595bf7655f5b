/** `node test/screenshots.ts`: makes the pictures of the README and the guide from the built application, against demo tenants. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { systemClock } from '../main/clock.ts';
import { startIscTenant } from '../main/demo/isc/tenant.ts';
import type { IscTenant } from '../main/demo/isc/tenant.ts';
import type { DemoClient } from '../main/demo/isc/clients.ts';
import { launchApp } from './e2e/desktop/app-under-test.ts';
import { createCommandLine } from './fixtures/command-line.ts';
import type { CommandLine } from './fixtures/command-line.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'images');
const vault = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: randomBytes(16).toString('hex') };

function personalAccessToken(userName: string, authorities: readonly string[]): DemoClient {
  return {
    clientId: randomBytes(16).toString('hex'),
    clientSecret: randomBytes(32).toString('hex'),
    user: { userId: randomUUID(), identityId: randomBytes(16).toString('hex'), userName, authorities },
  };
}

interface Shown {
  readonly name: string;
  readonly label: string;
  readonly environment: string;
  readonly org: string;
  readonly user: string;
  /** Default: an administrator's. */
  readonly authorities?: readonly string[];
  readonly isRejected?: boolean;
}

const shown: readonly Shown[] = [
  {
    name: 'acme-prod',
    label: 'Acme production',
    environment: 'production',
    org: 'acme',
    user: 'jane.admin',
    authorities: ['REPORT_ADMIN', 'HELPDESK'],
  },
  {
    name: 'acme-sb',
    label: 'Acme sandbox',
    environment: 'sandbox',
    org: 'acme-sb',
    user: 'jane.admin',
    authorities: ['ORG_ADMIN', 'REPORT_ADMIN'],
  },
  { name: 'globex-dev', label: 'Globex development', environment: 'development', org: 'globex', user: 'jane.doe' },
  { name: 'initech', label: 'Initech', environment: 'production', org: 'initech', user: 'jdoe', isRejected: true },
  { name: 'umbrella', label: 'Umbrella', environment: 'sandbox', org: 'umbrella', user: 'jane.doe' },
];

async function enrol(cli: CommandLine, profile: Shown): Promise<IscTenant> {
  const { name, label, environment, org, user, authorities = ['ORG_ADMIN'], isRejected = false } = profile;
  const client = personalAccessToken(user, authorities);
  const tenant = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 749, clients: [client], org });
  const file = join(cli.root, `${name}.json`);
  const endpoints = { token: tenant.tokenEndpoint, api: tenant.apiBase };
  writeFileSync(
    file,
    JSON.stringify({
      name,
      label,
      environment,
      system: 'isc',
      auth: 'client_credentials',
      clientId: client.clientId,
      endpoints,
    }),
  );
  const clientSecret = isRejected ? randomBytes(32).toString('hex') : client.clientSecret;
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: JSON.stringify({ clientSecret }) });
  return tenant;
}

async function picture(
  page: Page,
  name: string,
  options: { width: number; height: number; dark: boolean },
): Promise<void> {
  await page.setViewportSize({ width: options.width, height: options.height });
  await page.emulateMedia({ colorScheme: options.dark ? 'dark' : 'light' });
  await page.mouse.move(options.width - 1, options.height - 1);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

mkdirSync(folder, { recursive: true });
const cli = createCommandLine(vault);
const tenants: IscTenant[] = [];
for (const profile of shown) tenants.push(await enrol(cli, profile));
await cli.succeed(['default', 'acme-prod']);
const app = await launchApp({ home: cli.home, environment: vault });
try {
  await app.tray.choose('Open Tokentray');
  const page = await app.window();
  await page.getByText('Stopped').first().waitFor();
  await page.getByRole('row', { name: /Acme production/ }).click();
  await picture(page, 'window-light', { width: 1_120, height: 720, dark: false });
  await picture(page, 'window-dark', { width: 1_120, height: 720, dark: true });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a profile' }).fill('ac');
  await picture(page, 'switcher-dark', { width: 1_120, height: 720, dark: true });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Compare with another token' }).click();
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('dialog', { name: 'Compare with' }).getByRole('combobox').fill('acme-sb');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Claims that differ' }).waitFor();
  await picture(page, 'compare-light', { width: 1_120, height: 720, dark: false });
  await page.setViewportSize({ width: 420, height: 720 });
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'All profiles' }).click();
  await picture(page, 'narrow-light', { width: 420, height: 720, dark: false });
} finally {
  await app.quit();
  for (const tenant of tenants) await tenant.close();
  rmSync(cli.root, { recursive: true, force: true });
}
