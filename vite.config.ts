/** Builds what users run in Node: the command line, and main process and preload of the tray application. The window has its own. */
import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import type { EnvironmentOptions, Plugin } from 'vite';

/** Modules in CommonJS load a millisecond faster, which is a tenth of what a command takes that prints a cached token. */
const commonJsFolder: Plugin = {
  name: 'commonjs-folder',
  applyToEnvironment: ({ name }) => name === 'cli',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

const executable: Plugin = {
  name: 'executable',
  applyToEnvironment: ({ name }) => name === 'cli',
  writeBundle: () => chmodSync(join('out/cli', 'tokentray.js'), 0o755),
};

const nodeModules = [...builtinModules, /^node:/, 'keytar', 'electron'];

function forNode(options: {
  readonly input: Readonly<Record<string, string>>;
  readonly outDir: string;
  readonly target: string;
  readonly output: { readonly format: 'cjs' | 'es'; readonly entryFileNames: string };
  readonly define?: Readonly<Record<string, string>>;
}): EnvironmentOptions {
  const { input, outDir, target, output, define = {} } = options;
  return {
    consumer: 'server',
    define,
    resolve: { noExternal: true, external: ['keytar', 'electron'] },
    build: {
      ssr: true,
      target,
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input,
        external: nodeModules,
        output: { ...output, chunkFileNames: 'chunks/[name].js', minify: { mangle: false } },
      },
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [commonJsFolder, executable],
  // One after the other: each takes a second.
  builder: {
    async buildApp(builder) {
      for (const name of ['cli', 'main', 'preload']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
  environments: {
    cli: forNode({
      input: { tokentray: 'main/cli/tokentray.ts' },
      outDir: 'out/cli',
      // The entry must get as far as its own version check in every Node that is in use.
      target: 'node18',
      output: { format: 'cjs', entryFileNames: '[name].js' },
      // Only createRequire wants it, and that takes a path as well as a URL, sooner.
      define: { 'import.meta.url': '__filename' },
    }),
    main: forNode({
      input: { index: 'main/index.ts' },
      outDir: 'out/main',
      target: 'node24',
      output: { format: 'es', entryFileNames: '[name].js' },
    }),
    // A sandboxed preload script is one CommonJS file.
    preload: forNode({
      input: { index: 'preload/index.ts' },
      outDir: 'out/preload',
      target: 'chrome140',
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    }),
  },
});
