/** Builds the window. */
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    target: 'chrome140',
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Inlined images and fonts would be `data:` addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
