import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the page into dist/graphiql: static files that the gateway serves under /graphiql. */
export default defineConfig({
  root: import.meta.dirname,
  // Absolute, so that the page works at /graphiql as well as at /graphiql/.
  base: '/graphiql/',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/graphiql',
    emptyOutDir: true,
    reportCompressedSize: false,
    // Monaco is one large chunk by nature; it is served from the same machine and cached for good.
    chunkSizeWarningLimit: 8192,
    rolldownOptions: {
      // Some packages mark modules for React's compiler, which doesn't run here.
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
