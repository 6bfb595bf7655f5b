/** Threat: the window's own scheme serves a file that is not the window's, or serves its own without the policy. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage } from '../../main/desktop/app-pages.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tokentray-pages-'));
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(root, 'renderer', 'index.html'), '<p>the window</p>');
  writeFileSync(join(root, 'renderer', 'assets', 'index-B_x-1.js'), 'run()');
  writeFileSync(join(root, 'renderer', 'notes'), 'CANARY');
  writeFileSync(join(root, 'renderer', '.hidden.js'), 'CANARY');
  writeFileSync(join(root, 'secret.js'), 'CANARY');
});
afterAll(() => rmSync(root, { recursive: true }));

const get = (path: string, method = 'GET') =>
  answerPage({ method, url: `app://tokentray${path}` }, join(root, 'renderer'));

describe('the pages of the window', () => {
  it.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/index.html?x=1', 'text/html; charset=utf-8'],
    ['/assets/index-B_x-1.js', 'text/javascript; charset=utf-8'],
  ])('hold %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it.each(['/index.html', '/assets/index-B_x-1.js', '/missing.js'])(
    'come under the strict policy, and are what they say: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/..%5csecret.js',
    '/assets/..\\..\\secret.js',
    '/assets/%00/secret.js',
    '//secret.js',
    '/./secret.js',
    '/.hidden.js',
    '/notes',
    '/',
    '',
    '/assets',
    '/etc/passwd',
    '/index.html/',
    '/missing.js',
  ])('hold nothing at %j', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it.each(['https://tokentray/index.html', 'app://other/index.html', 'app://x@tokentray/index.html', 'no address'])(
    'are not found under %s',
    async (url) => {
      expect((await answerPage({ method: 'GET', url }, join(root, 'renderer'))).status).toBe(404);
    },
  );

  it('are only read', async () => {
    expect((await get('/index.html', 'POST')).status).toBe(404);
  });
});
