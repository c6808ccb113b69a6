import type { CodegenConfig } from '@graphql-codegen/cli';

/** Resolver types from the SDL. Gong's wire types come from `scripts/codegen.js`. */
const config: CodegenConfig = {
  schema: 'schema/**/*.graphql',
  emitLegacyCommonJSImports: false,
  generates: {
    'src/graphql/generated/graphql.ts': {
      plugins: [
        { add: { content: '// Written by `npm run codegen` from schema/*.graphql. Do not edit.' } },
        'typescript',
        'typescript-resolvers',
      ],
      config: {
        contextType: '../context.js#ContextValue',
        defaultScalarType: 'unknown',
        strictScalars: true,
        scalars: {
          ID: { input: 'string', output: 'string' },
          // Inputs keep the client's own digits, outputs are Gong's text: see src/graphql/scalars.ts.
          DateTime: { input: 'string', output: 'string' },
          Date: { input: 'string', output: 'string' },
          URL: { input: 'string', output: 'string' },
          JSON: { input: 'unknown', output: 'unknown' },
          // Whatever a router sends: src/graphql/selection/entityReference.ts looks at it.
          _Any: { input: 'unknown', output: 'never' },
          // What the multipart request put in its place; never sent to clients.
          Upload: { input: '../../company/uploads/recording.js#IncomingUpload', output: 'never' },
        },
        useTypeImports: true,
        immutableTypes: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true },
        // `mappers` come from src/graphql/resolvers: the parent of a resolver is what Gong sent.
      },
    },
  },
};

export default config;
