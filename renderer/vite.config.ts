/** Builds the window. */
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    target: 'chrome140',
    outDir: '../out/renderer',
    emptyOutDir: true,
    license: { fileName: 'LICENSES-OF-OTHERS.md' },
    // Inlined images and fonts would be `data:` addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    // Named in the page, so that one chunk is not found only in another. What helps browsers without this is not needed.
    modulePreload: { polyfill: false },
    // Its bound is that of the whole window, compressed, and a test holds it.
    chunkSizeWarningLimit: 1_000,
    rollupOptions: {
      input: ['renderer/index.html', 'renderer/switcher.html', 'renderer/copied.html'],
      // The component library marks its files for servers that render React; here all of it runs in the window.
      onLog: (level, log, report) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log)),
    },
  },
});
