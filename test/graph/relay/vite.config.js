import { transformAsync } from '@babel/core';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Puts what the Relay compiler made in the place of the `graphql` texts. */
const relay = {
  name: 'relay',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.jsx')
      ? transformAsync(code, {
          filename: id,
          configFile: false,
          babelrc: false,
          parserOpts: { plugins: ['jsx'] },
          plugins: [
            [
              'relay',
              { artifactDirectory: `${import.meta.dirname}/artifacts`, eagerEsModules: true },
            ],
          ],
        })
      : null,
};

export default defineConfig({ root: import.meta.dirname, plugins: [relay, react()] });
