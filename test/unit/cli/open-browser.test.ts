import { describe, expect, it } from 'vitest';
import { browserCommand, openBrowser } from '../../../main/cli/open-browser.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

const url = 'https://id.example.com/authorize?a=1&b=2';

describe('the browser', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, 'xdg-open', [url]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open', [url]],
    ['linux', { BROWSER: 'w3m' }, 'xdg-open', [url]],
    ['linux', { WSL_DISTRO_NAME: 'Debian' }, 'rundll32.exe', ['url.dll,FileProtocolHandler', url]],
    ['darwin', {}, '/usr/bin/open', [url]],
    [
      'win32',
      { SystemRoot: 'D:\\Windows' },
      'D:\\Windows\\System32\\rundll32.exe',
      ['url.dll,FileProtocolHandler', url],
    ],
  ] as const)('of %s with %j is opened by %s', (platform, environment, file, words) => {
    expect(browserCommand(url, { platform, environment })).toEqual({ file, words });
  });

  it('is not opened where nobody would see it', () => {
    expect(browserCommand(url, { platform: 'linux', environment: { DISPLAY: '' } })).toBeUndefined();
  });

  it.each([
    'http://id.example.com/authorize',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:',
    'https://id.example.com@evil.example/',
    '--help',
    '/etc/passwd',
    '',
  ])('is not sent to %s', (other) => {
    expect(browserCommand(other, { platform: 'darwin', environment: {} })).toBeUndefined();
  });

  it('is sent to this machine without TLS', () => {
    const here = 'http://127.0.0.1:4000/authorize';
    expect(browserCommand(here, { platform: 'darwin', environment: {} })?.words).toEqual([here]);
  });

  it('gets an address of plain characters, whatever it was written with', () => {
    const odd = 'https://id.example.com/a?b="c d"&e=`id`\n';
    expect(browserCommand(odd, { platform: 'win32', environment: {} })?.words[1]).toBe(
      'https://id.example.com/a?b=%22c%20d%22&e=`id`',
    );
  });

  it('that is not installed is told as such', async () => {
    const host = { platform: 'win32', environment: { SystemRoot: '/nowhere' }, clock: new FakeClock() } as const;
    await expect(openBrowser(url, host)).resolves.toBe(false);
  });
});
