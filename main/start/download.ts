/** A program: fills the cache of Electron's installer, and shows how far it is. Prints one line on standard output when it fails. */
import { downloadArtifact } from '@electron/get';
import { createRequire } from 'node:module';
import { progressLine } from './progress-line.ts';

const require = createRequire(import.meta.url);
const { version } = require('electron/package.json') as { version: string };
const checksums = require('electron/checksums.json') as Record<string, string>;

/** Longest silence of the server, ms: a network that swallows packets must not look like a slow one. */
const silenceMs = 20_000;

/** Aborts when nothing came for a while. */
function watchSilence(): { readonly signal: AbortSignal; heard(): void; end(): void } {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new Error(`the server said nothing for ${silenceMs / 1_000} seconds`));
  let timer = setTimeout(giveUp, silenceMs);
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    end: () => clearTimeout(timer),
  };
}

/** The innermost reason: `fetch failed` says nothing, its cause does. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const [first] = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  if (first !== undefined) return reasonOf(first);
  return thrown.cause === undefined ? thrown.message : reasonOf(thrown.cause);
}

const silence = watchSilence();
let shown = '';
try {
  await downloadArtifact({
    version,
    artifactName: 'electron',
    checksums,
    ...(process.env['electron_config_cache'] === undefined ? {} : { cacheRoot: process.env['electron_config_cache'] }),
    platform: process.env['ELECTRON_INSTALL_PLATFORM'] ?? process.platform,
    arch: process.env['ELECTRON_INSTALL_ARCH'] ?? process.arch,
    downloadOptions: {
      quiet: true,
      signal: silence.signal,
      getProgressCallback: async (progress: { transferred: number; total: number | null }) => {
        silence.heard();
        const line = progressLine(progress);
        if (line === shown || !process.stderr.isTTY) return;
        shown = line;
        process.stderr.write(`\r\u001B[K${line}`);
      },
    },
  });
} catch (thrown) {
  process.stdout.write(`${reasonOf(thrown)}\n`);
  process.exitCode = 1;
} finally {
  silence.end();
  if (shown !== '') process.stderr.write('\n');
}
