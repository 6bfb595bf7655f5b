/** Recognises why Chromium would not start its sandbox, and says the repair. The sandbox is never turned off instead. */
import { dirname, join } from 'node:path';

/** Undefined when the text tells of no refused sandbox. `executable` is Electron's. */
export function sandboxRepair(output: string, executable: string): readonly string[] | undefined {
  if (/Running as root without --no-sandbox/.test(output)) {
    return [
      'Chromium does not run its sandbox for root, and Tokentray does not run without it.',
      'Start it as an ordinary user.',
    ];
  }
  const refused = /SUID sandbox helper binary was found, but is not configured correctly|No usable sandbox!/;
  if (!refused.test(output)) return undefined;
  const helper = join(dirname(executable), 'chrome-sandbox');
  return [
    "This system keeps programs from making Chromium's sandbox (recent Ubuntu does), and Tokentray does not run without it.",
    `Allow it once, then start again: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  ];
}
