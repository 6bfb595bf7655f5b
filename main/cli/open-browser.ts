/** Opens an address in the person's own browser, with no shell in between. */
import { spawn } from 'node:child_process';
import type { Clock } from '../clock.ts';
import { pageUrl } from '../profiles/page-url.ts';

export interface BrowserHost {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

export interface BrowserCommand {
  readonly file: string;
  readonly words: readonly string[];
}

/** Some launchers stay for as long as the browser does: one that has not failed by then counts as a success. */
const launchGraceMs = 3_000;

/** False when there is no browser to be seen, or it could not be started. Never rejects. */
export async function openBrowser(url: string, host: BrowserHost): Promise<boolean> {
  const command = browserCommand(url, host);
  return command === undefined ? false : launch(command, host.clock);
}

/** Undefined for what no browser is to be sent to, and where nobody would see one. */
export function browserCommand(
  url: string,
  { platform, environment }: Pick<BrowserHost, 'platform' | 'environment'>,
): BrowserCommand | undefined {
  const address = addressOf(url);
  if (address === undefined) return undefined;
  if (platform === 'darwin') return { file: '/usr/bin/open', words: [address] };
  const windowsWords = ['url.dll,FileProtocolHandler', address];
  if (platform === 'win32') {
    const root = environment['SystemRoot'] ?? 'C:\\Windows';
    return { file: `${root}\\System32\\rundll32.exe`, words: windowsWords };
  }
  // Windows' own browser from within its subsystem for Linux.
  if (isSet(environment, 'WSL_DISTRO_NAME')) return { file: 'rundll32.exe', words: windowsWords };
  // Without a display xdg-open takes over the terminal with a text browser.
  const isVisible = ['DISPLAY', 'WAYLAND_DISPLAY', 'BROWSER'].some((name) => isSet(environment, name));
  return isVisible ? { file: 'xdg-open', words: [address] } : undefined;
}

/** As the URL class writes it, which leaves no character that another program could read as anything but an address. */
function addressOf(url: string): string | undefined {
  return pageUrl(URL.parse(url)?.href ?? '')?.href;
}

function isSet(environment: BrowserHost['environment'], name: string): boolean {
  return (environment[name] ?? '') !== '';
}

function launch({ file, words }: BrowserCommand, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    // Detached: Ctrl+C in the terminal ends this command and not the browser.
    const child = spawn(file, words, { stdio: 'ignore', detached: true, windowsHide: true });
    const timer = clock.setTimer(launchGraceMs, () => resolve(true));
    const settle = (opened: boolean) => {
      timer.cancel();
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
    child.unref();
  });
}
