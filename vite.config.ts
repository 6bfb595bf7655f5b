/** Builds what users run in Node: the command line, and main process and preload of the tray application. The window has its own. */
import { chmodSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import type { EnvironmentOptions, Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** What the npm package of the command line says of itself; the rest of the manifest is of use only here. */
const { name, version, description, license, author, engines, dependencies } = manifest;

/**
 * `out/cli` is a package of its own: npm publishes it and the installers hold it. It is CommonJS, which loads a millisecond
 * faster, and that is a tenth of what a command takes that prints a cached token.
 */
const cliPackage: Plugin = {
  name: 'cli-package',
  applyToEnvironment: (environment) => environment.name === 'cli',
  generateBundle() {
    const own = { name, version, description, license, author, type: 'commonjs', bin: { tokentray: 'tokentray.js' } };
    const source = `${JSON.stringify({ ...own, engines, dependencies }, null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'package.json', source });
    for (const fileName of ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE']) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    }
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
      license: { fileName: 'LICENSES-OF-OTHERS.md' },
      minify: false,
      // Read from the disk: only what the quick path loads must be small, and the bench holds that.
      chunkSizeWarningLimit: 1_500,
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
  plugins: [cliPackage, executable],
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
