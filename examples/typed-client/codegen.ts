import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // The file, not the URL of a gateway: builds need no gateway and no token, and every build has the same types.
  schema: 'schema.graphql',
  documents: 'src/**/*.ts',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        // Fails when the schema has a scalar that is missing below.
        strictScalars: true,
        scalars: {
          // An ID has up to 19 digits. As a number it would be rounded.
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          URL: 'string',
          JSON: 'unknown',
          Upload: 'Blob',
          // Only in the schema of a running gateway, and in subgraph schemas.
          _Any: 'unknown',
        },
        useTypeImports: true,
      },
    },
  },
};
export default config;
