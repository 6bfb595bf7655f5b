/** A person's desk for one spec file: data folder, tenant, application and command line. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { createCommandLine } from '../../fixtures/command-line.ts';
import type { CommandLine, Outcome } from '../../fixtures/command-line.ts';
import { launchApp } from './app-under-test.ts';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import { createEvidence } from './evidence.ts';
import { startStrictTenant } from './strict-tenant.ts';
import type { StrictTenant } from './strict-tenant.ts';

/** How long the application may take for what a person waits for; a bound for hangs, not a measurement. */
export const patience = { timeout: 40_000, interval: 50 } as const;

export const passphrase = 'desk-CANARY-passphrase';
/** A secret that the tenant does not know, and no passphrase of the vault. */
export const wrongSecret = 'wrong-CANARY-secret';

type Profile = Readonly<Record<string, unknown>>;

export interface Desk {
  readonly tenant: StrictTenant;
  readonly cli: CommandLine;
  /** The application that runs, or ran last. Throws before the first start. */
  readonly app: AppUnderTest;
  start(options?: LaunchOptions): Promise<AppUnderTest>;
  /** The window's page; opens it from the tray when it is closed. */
  window(): Promise<Page>;
  /** Copies the default profile's token as this system's tray does it in one go. */
  copyFromTray(): Promise<void>;
  /** Waits until the tray says it. */
  trayShows(words: RegExp): Promise<void>;
  /** Runs the command line on the same data folder. */
  tokentray(...words: string[]): Promise<Outcome>;
  /** Adds a profile of the tenant by the command line. `over`: fields of the profile file. */
  addProfile(name: string, over?: Profile, secret?: string): Promise<void>;
  /** Quits the application, and names every place that ever held a secret or a token, or one of `others`. */
  leaks(...others: readonly string[]): Promise<readonly string[]>;
  /** Ends everything and removes it. */
  clear(): Promise<void>;
}

const lockedByPassphrase = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: passphrase };

export interface DeskOptions {
  /** Environment variables that say what locks a new vault; default: a passphrase, which is given. */
  readonly vault?: Readonly<Record<string, string>>;
  /** Default: the host that is there. */
  readonly launch?: (options: LaunchOptions) => Promise<AppUnderTest>;
}

export async function setUpDesk(options: DeskOptions = {}): Promise<Desk> {
  const { vault = lockedByPassphrase, launch = launchApp } = options;
  const tenant = await startStrictTenant();
  const cli = createCommandLine({ ...systemRoot(), ...vault });
  const evidence = createEvidence(cli.root);
  const started: AppUnderTest[] = [];
  const running = new Set<AppUnderTest>();
  let platform: NodeJS.Platform = process.platform;
  const own: LaunchOptions = {
    home: cli.home,
    environment: { HOME: join(cli.root, 'home'), TMPDIR: cli.root, TEMP: cli.root, ...vault },
  };

  function current(): AppUnderTest {
    const app = started.at(-1);
    if (app === undefined) throw new Error('The application was not started');
    return app;
  }

  async function openWindow(): Promise<Page> {
    if (!(await current().hasWindow())) await current().tray.choose('Open Tokentray');
    const page = await current().window();
    page.setDefaultTimeout(patience.timeout);
    return page;
  }

  return {
    tenant,
    cli,
    get app() {
      return current();
    },
    async start(options = {}) {
      platform = options.platform ?? process.platform;
      const environment = { ...own.environment, ...options.environment };
      const launched = await launch({ ...own, ...options, environment });
      const app: AppUnderTest = {
        ...launched,
        async quit() {
          await evidence.look(launched);
          running.delete(app);
          return launched.quit();
        },
      };
      started.push(app);
      running.add(app);
      void app.ended().then(() => running.delete(app));
      return app;
    },
    window: openWindow,
    async copyFromTray() {
      const { tray } = current();
      // Linux desktops may only ever show the menu.
      if (platform === 'linux') await tray.choose((await tray.menu())[0]?.label ?? '');
      else await tray.click();
    },
    async trayShows(words) {
      const giveUpAt = performance.now() + patience.timeout;
      for (;;) {
        const tooltip = await current().tray.tooltip();
        if (words.test(tooltip)) return;
        if (performance.now() > giveUpAt) throw new Error(`The tray shows ${JSON.stringify(tooltip)}, not ${words}`);
        await delay(patience.interval);
      }
    },
    async tokentray(...words) {
      const outcome = await cli.run(words);
      // The one command whose purpose it is to print a token.
      if (words[0] !== 'token') evidence.keep('command line', outcome.stdout);
      evidence.keep('command line', outcome.stderr);
      return outcome;
    },
    async addProfile(name, over = {}, secret = tenant.client.clientSecret) {
      const file = join(cli.root, `${name}.json`);
      writeFileSync(file, profileFile(name, tenant, over));
      const input = JSON.stringify({ clientSecret: secret });
      evidence.keep('command line', await cli.succeed(['add', '--file', file, '--secrets', '-'], { input }));
    },
    async leaks(...others) {
      for (const app of running) await app.quit();
      for (const app of started) evidence.keep('output', app.output());
      return evidence.search([tenant.client.clientSecret, wrongSecret, passphrase, tenant.mark, ...others]);
    },
    async clear() {
      for (const app of started) await app.kill();
      await tenant.close();
      rmSync(cli.root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Text of a profile file of the tenant. */
export function profileFile(name: string, tenant: StrictTenant, over: Profile = {}): string {
  const { origin, client } = tenant;
  return JSON.stringify({
    version: 1,
    name,
    system: 'isc',
    auth: 'client_credentials',
    clientId: client.clientId,
    endpoints: { token: `${origin}/oauth/token`, api: origin },
    ...over,
  });
}

/** Without it no program of Windows reaches a network. */
function systemRoot(): Readonly<Record<string, string>> {
  const { SYSTEMROOT } = process.env;
  return SYSTEMROOT === undefined ? {} : { SYSTEMROOT };
}
