/** Builds what users run: the command line now; main, preload and renderer join it with the tray application. */
import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const outDir = 'out/cli';

/** Modules in CommonJS load a millisecond faster, which is a tenth of what a command takes that prints a cached token. */
const commonJsFolder: Plugin = {
  name: 'commonjs-folder',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

const executable: Plugin = {
  name: 'executable',
  writeBundle: () => chmodSync(join(outDir, 'tokentray.js'), 0o755),
};

export default defineConfig({
  publicDir: false,
  // Only createRequire wants it, and that takes a path as well as a URL, sooner.
  define: { 'import.meta.url': '__filename' },
  plugins: [commonJsFolder, executable],
  build: {
    ssr: true,
    // The entry must get as far as its own version check in every Node that is in use.
    target: 'node18',
    outDir,
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: { tokentray: 'main/cli/tokentray.ts' },
      external: ['keytar', ...builtinModules, /^node:/],
      output: {
        format: 'cjs',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        minify: { mangle: false },
      },
    },
  },
  ssr: { noExternal: true, external: ['keytar'] },
});
