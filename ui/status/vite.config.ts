import { defineConfig } from 'vite';

/** Builds the page into dist/status: static files that the gateway serves under /status. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/status/',
  publicDir: false,
  build: {
    outDir: '../../dist/status',
    emptyOutDir: true,
    reportCompressedSize: false,
    // The content security policy allows no scripts in data: URLs.
    assetsInlineLimit: 0,
  },
});
