/** A person's desk for one spec file: data folder, tenant, application and command line, and all that they wrote and showed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createCommandLine } from '../../fixtures/command-line.ts';
import type { CommandLine, Outcome } from '../../fixtures/command-line.ts';
import { filesHolding, holds } from '../../fixtures/canary-search.ts';
import { launchApp } from './app-under-test.ts';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import { startStrictTenant } from './strict-tenant.ts';
import type { StrictTenant } from './strict-tenant.ts';

/** How long the application may take for what a person waits for; a bound for hangs, not a measurement. */
export const patience = { timeout: 20_000, interval: 50 } as const;

export const passphrase = 'desk-CANARY-passphrase';
/** A secret that the tenant does not know. */
export const wrongSecret = 'wrong-CANARY-secret';

type Profile = Readonly<Record<string, unknown>>;

export interface Desk {
  readonly tenant: StrictTenant;
  readonly cli: CommandLine;
  /** The application that runs, or ran last. Throws before the first start. */
  readonly app: AppUnderTest;
  /** Passed on where the vault's passphrase is not to be typed. */
  readonly vault: Readonly<Record<string, string>>;
  start(options?: LaunchOptions): Promise<AppUnderTest>;
  /** The window's page; opens it from the tray when it is closed. */
  window(): Promise<Page>;
  /** Runs the command line on the same data folder. */
  tokentray(...words: string[]): Promise<Outcome>;
  /** Adds a profile of the tenant by the command line. `over`: fields of the profile file. */
  addProfile(name: string, over?: Profile, secret?: string): Promise<void>;
  /** Keeps what the window shows for the search. */
  look(): Promise<void>;
  /** Quits the application, and names every place that holds a secret or a token. */
  leaks(): Promise<readonly string[]>;
  /** Ends everything and removes it. */
  clear(): Promise<void>;
}

export async function setUpDesk(): Promise<Desk> {
  const tenant = await startStrictTenant();
  const vault = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: passphrase };
  const cli = createCommandLine(vault);
  const secrets = [tenant.client.clientSecret, wrongSecret, passphrase, tenant.mark];
  const seen = new Map<string, string>();
  const started: AppUnderTest[] = [];
  const own: LaunchOptions = {
    home: cli.home,
    environment: { HOME: join(cli.root, 'home'), TMPDIR: cli.root, ...vault },
  };

  const keep = (place: string, text: string) => void seen.set(place, `${seen.get(place) ?? ''}\n${text}`);

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

  async function look(): Promise<void> {
    const app = current();
    if (await app.hasWindow()) keep('window', await (await app.window()).evaluate(shownText));
    if (await app.tray.isShown()) keep('tray', `${await app.tray.tooltip()} ${JSON.stringify(await app.tray.menu())}`);
    for (const { title, body } of await app.notifications()) keep('notifications', `${title} ${body}`);
    keep('messages to the window', (await app.told()).join('\n'));
  }

  async function stop(app: AppUnderTest): Promise<void> {
    await app.quit();
    keep('output', app.output());
  }

  return {
    tenant,
    cli,
    vault,
    get app() {
      return current();
    },
    async start(options = {}) {
      const app = await launchApp({ ...own, ...options, environment: { ...own.environment, ...options.environment } });
      started.push(app);
      return app;
    },
    window: openWindow,
    async tokentray(...words) {
      const outcome = await cli.run(words);
      // The one command whose purpose it is to print a token.
      if (words[0] !== 'token') keep('command line', outcome.stdout);
      keep('command line', outcome.stderr);
      return outcome;
    },
    async addProfile(name, over = {}, secret = tenant.client.clientSecret) {
      const file = join(cli.root, `${name}.json`);
      writeFileSync(file, profileFile(name, tenant, over));
      const input = JSON.stringify({ clientSecret: secret });
      keep('command line', await cli.succeed(['add', '--file', file, '--secrets', '-'], { input }));
    },
    look,
    async leaks() {
      const app = current();
      if (!(await hasEnded(app))) {
        await look();
        await stop(app);
      }
      const texts = [...seen].filter(([, text]) => secrets.some((secret) => holds(text, secret)));
      return [...texts.map(([place]) => place), ...filesHolding(cli.root, secrets)];
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

/** Everything that a screenshot could show, and what stands in fields that it would show as dots. */
const shownText = `document.documentElement.outerHTML +
  [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join('\\n')`;

async function hasEnded(app: AppUnderTest): Promise<boolean> {
  return (await Promise.race([app.ended().then(() => 'ended'), Promise.resolve('running')])) === 'ended';
}
