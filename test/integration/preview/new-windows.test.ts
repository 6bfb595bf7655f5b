/** Windows that a page of the preview host asks for: its application decides, before anything is requested. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
let server: Server;
let elsewhere: string;
let requests: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<title>elsewhere</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => void (requests = []));

const asked = () => app.inMain('return kept.asked');
const deny = `kept.asked = []; kept.window.webContents.setWindowOpenHandler((details) => {
  kept.asked.push([details.url, details.frameName]); return { action: 'deny' }; })`;

describe('a new window', () => {
  beforeAll(async () => void (app = await startFixtureApp()));
  afterAll(() => app.close());
  beforeEach(() =>
    app.inMain(`for (const window of electron.BrowserWindow.getAllWindows()) window.destroy();
      kept.window = await openWindow()`),
  );

  it.each([
    ['a script', 'void open(address, "named")', 'named'],
    ['a link', 'document.querySelector("#new-window").click()', '_blank'],
    ['a script without opener', 'void open(address, "_blank", "noopener")', '_blank'],
  ])('asked for by %s is denied by the handler', async (_, source, name) => {
    await app.inMain(deny);
    const page = await app.page();
    const pages = () => page.context().pages().length;
    const before = pages();
    await page.evaluate(`{ const address = 'https://elsewhere.invalid/'; ${source} }`);
    await expect.poll(asked).toEqual([['https://elsewhere.invalid/', name]]);
    await expect.poll(pages).toBe(before);
  });

  it('opens where no handler denies it, as in Electron', async () => {
    const page = await app.page();
    const opened = page.context().waitForEvent('page');
    await page.evaluate(`void open(${JSON.stringify(`${elsewhere}/popup`)})`);
    expect(await (await opened).title()).toBe('elsewhere');
    expect(requests).toContain('/popup');
  });
});

// A second client of Chromium's debugging port may let a new page go before the host has seen it: these look from main only.
describe('a new window that is denied', () => {
  beforeAll(async () => {
    app = await startFixtureApp();
    await app.inMain('kept.window = await openWindow()');
  });
  afterAll(() => app.close());

  it('asks nothing of the network', async () => {
    await app.inMain(`${deny}; kept.window.webContents.send('open', ${JSON.stringify(`${elsewhere}/popup`)})`);
    await expect.poll(asked).toHaveLength(1);
    // Long enough for a request that would be made.
    await app.inMain('await new Promise((later) => setTimeout(later, 300))');
    expect(requests).toEqual([]);
  });

  it('leaves the next one to be asked about', async () => {
    await app.inMain(`${deny}; for (const path of ['/a', '/b']) {
      kept.window.webContents.send('open', ${JSON.stringify(elsewhere)} + path);
      await new Promise((later) => setTimeout(later, 300)); }`);
    expect(await asked()).toEqual([
      [`${elsewhere}/a`, '_blank'],
      [`${elsewhere}/b`, '_blank'],
    ]);
    expect(requests).toEqual([]);
  });
});
