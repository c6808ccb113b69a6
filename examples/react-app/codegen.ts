import type { CodegenConfig } from '@graphql-codegen/cli';

const gateway = process.env['EXAMPLE_GATEWAY_ORIGIN'] ?? 'http://127.0.0.1:4000';
const token = process.env['EXAMPLE_GATEWAY_TOKEN'];
const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};

const config: CodegenConfig = {
  schema: { [`${gateway}/graphql`]: { headers } },
  documents: 'src/**/*.{ts,tsx}',
  generates: {
    'src/gql/': {
      preset: 'client',
      // A component reads only the fragment that it declares itself.
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        strictScalars: true,
        scalars: {
          // An ID has up to 19 digits. As a number it would be rounded.
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          URL: 'string',
          JSON: 'unknown',
          Upload: 'Blob',
          _Any: 'unknown',
        },
        // The types then change only with what the operations use.
        disableDescriptions: true,
        useTypeImports: true,
      },
    },
  },
};
export default config;
