/** Threat: something that was smuggled into the window's page runs, reaches the network, or leaves the page. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchApp } from '../e2e/desktop/app-under-test.ts';
import type { AppUnderTest } from '../e2e/desktop/app-under-test.ts';

let app: AppUnderTest;
let page: Page;
let server: Server;
let origin: string;
let requests: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('answer');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await launchApp({ environment: { TOKENTRAY_KEYCHAIN: 'memory' } });
  page = await app.window();
});
afterAll(async () => {
  await app?.quit();
  server?.close();
});
beforeEach(() => {
  requests = [];
});

/**
 * Adds markup as a fault in the window would, and lets the browser do with it what it does: unlike `innerHTML`, a
 * contextual fragment has scripts that would run.
 */
async function smuggle(html: string): Promise<void> {
  await page.evaluate(`document.body.append(document.createRange().createContextualFragment(${JSON.stringify(html)}))`);
  await page.waitForTimeout(100);
}

const hasRun = () => page.evaluate("document.documentElement.dataset.smuggled === 'yes'");
const mark = "document.documentElement.dataset.smuggled='yes'";

describe('a smuggled script', () => {
  it.each([
    ['inline', `<script>${mark}</script>`],
    ['in an attribute', `<img src="missing.png" onerror="${mark}">`],
    ['in an address', `<iframe src="javascript:parent.${mark}"></iframe>`],
    ['in a frame of its own', `<iframe srcdoc="<script>parent.${mark}</script>"></iframe>`],
    ['in a data address', `<script src="data:text/javascript,${mark}"></script>`],
  ])('%s does not run', async (_case, html) => {
    await smuggle(html);
    expect(await hasRun()).toBe(false);
  });

  it('from another host does not run, and is not even asked for', async () => {
    await smuggle(`<script src="${origin}/script.js"></script>`);
    expect(requests).toEqual([]);
  });

  it('does not run as text either', async () => {
    // In a timer: what the debugger itself evaluates is free of the policy.
    const outcome = await page.evaluate(`new Promise((resolve) => setTimeout(() => {
      try {
        new Function(${JSON.stringify(mark)})();
        resolve('ran');
      } catch (error) {
        resolve(error.name);
      }
    }))`);
    expect(outcome).toBe('EvalError');
    expect(await hasRun()).toBe(false);
  });
});

describe('the network', () => {
  it.each([
    ['a remote image', (at: string) => `<img src="${at}/pixel.png">`],
    ['a remote style', (at: string) => `<link rel="stylesheet" href="${at}/style.css">`],
    ['a remote frame', (at: string) => `<iframe src="${at}/frame"></iframe>`],
    [
      'a remote font',
      (at: string) => `<style>@font-face{font-family:x;src:url(${at}/x.woff2)}</style><p style="font-family:x">x</p>`,
    ],
    ['a prefetched page', (at: string) => `<link rel="prefetch" href="${at}/next">`],
    ['an embedded object', (at: string) => `<object data="${at}/object"></object>`],
    ['a webview', (at: string) => `<webview src="${at}/view"></webview>`],
  ])('is not asked for %s', async (_case, html) => {
    await smuggle(html(origin));
    expect(requests).toEqual([]);
  });

  it.each([
    ['a fetch', 'fetch(at)'],
    ['a beacon', 'navigator.sendBeacon(at)'],
    ['a socket', "new WebSocket(at.replace('http', 'ws'))"],
    ['an event source', 'new EventSource(at)'],
    ['a worker', 'new Worker(at)'],
  ])('is not reached by %s', async (_case, script) => {
    await page.evaluate(
      `(async () => { const at = ${JSON.stringify(`${origin}/x`)}; await ${script}; })().catch(() => {})`,
    );
    await page.waitForTimeout(100);
    expect(requests).toEqual([]);
  });

  it('is not reached by a form', async () => {
    await smuggle(`<form id="smuggled" action="${origin}/form" method="post"><input name="x" value="y"></form>`);
    await page.evaluate("document.querySelector('#smuggled').submit()");
    await page.waitForTimeout(200);
    expect(requests).toEqual([]);
  });
});

describe('the page', () => {
  it.each([
    ['by an address', 'location.href = target'],
    ['by a link', "Object.assign(document.body.appendChild(document.createElement('a')), { href: target }).click()"],
    [
      'by a link into a new window',
      "Object.assign(document.body.appendChild(document.createElement('a')), { href: target, target: '_blank' }).click()",
    ],
    ['by another window', 'open(target)'],
  ])('is not left %s', async (_case, script) => {
    const address = page.url();
    await page.evaluate(`{ const target = ${JSON.stringify(`${origin}/elsewhere`)}; ${script} }`);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
    expect(requests).toEqual([]);
    expect(await app.opened()).toEqual([]);
  });

  it('offers no download', async () => {
    await page.evaluate(`Object.assign(document.body.appendChild(document.createElement('a')), {
      href: URL.createObjectURL(new Blob(['x'])),
      download: 'x.txt',
    }).click()`);
    await page.waitForTimeout(300);
    expect(app.output()).not.toMatch(/saves no downloads/);
  });

  it.each(['geolocation', 'notifications', 'camera', 'clipboard-read'])('is denied the permission %s', async (name) => {
    const state = await page.evaluate(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);
    expect(state).toBe('denied');
  });

  it('has nothing of Node or Electron but the bridge', async () => {
    const found = await page.evaluate(`({
      names: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter((name) => name in globalThis),
      bridge: Object.keys(tokentray).toSorted(),
    })`);
    expect(found).toEqual({ names: [], bridge: ['call', 'on'] });
  });
});

describe('a page that is not the window, with the bridge in its hands', () => {
  it('is refused every call', async () => {
    const foreign = await app.foreignWindow('app://tokentray/index.html');
    const calls = ['app.state', 'settings.list', 'app.quit'].map((name) => `tokentray.call('${name}')`);
    const results = (await foreign.evaluate(`Promise.all([${calls.join(', ')}])`)) as unknown[];
    const refusal = { ok: false, failure: { code: 'internal.bad_request' } };
    expect(results).toMatchObject([refusal, refusal, refusal]);
    expect(await page.evaluate("tokentray.call('app.state').then(({ ok }) => ok)")).toBe(true);
  });

  it('of another host does not even load', async () => {
    await expect(app.foreignWindow(`${origin}/foreign`)).rejects.toThrow(/BLOCKED_BY_CLIENT/);
    expect(requests).toEqual([]);
  });
});
