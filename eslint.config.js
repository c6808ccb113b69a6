import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/**
 * The floors of a request, from the entrance down. A floor imports from itself and from floors below,
 * never from above: this table is what `import-x/no-restricted-paths` enforces.
 */
const floors = [
  ['src/index.ts'],
  ['src/purge.ts', 'src/scopes.ts', 'src/doctor.ts'],
  ['src/doctor'],
  ['src/server', 'src/gateway.ts'],
  ['src/tenants'],
  ['src/storage'],
  ['src/config.ts', 'src/config', 'src/logger.ts'],
  ['src/plugins'],
  ['src/metrics'],
  ['src/schema.ts'],
  ['src/resolvers', 'src/scalars.ts'],
  ['src/sdl'],
  ['src/context.ts', 'src/errors.ts'],
  ['src/cost'],
  ['src/scopes'],
  ['src/selection'],
  ['src/actions'],
  ['src/loaders'],
  ['src/policy'],
  ['src/planner'],
  ['src/uploads'],
  ['src/connections'],
  ['src/redis'],
  ['src/cache', 'src/state'],
  ['src/sealing'],
  ['src/clients'],
  ['src/gong'],
];
const zones = floors.flatMap((upper, index) =>
  floors
    .slice(index + 1)
    .flat()
    .map((target) => ({
      target,
      from: upper,
      message: 'Imports point down the floors of a request: see README, "How a request flows".',
    })),
);
// The sandbox imitates Gong. If it shared code with the Gong client, one could copy the other's mistakes.
zones.push(
  { target: 'src/sandbox', from: ['src'], except: ['./sandbox', './generated'] },
  // Only these may start it.
  { target: ['src/!(index.ts|doctor.ts|sandbox)', 'src/!(sandbox)/**'], from: 'src/sandbox' },
);

export default tseslint.config(
  {
    ignores: ['dist/', 'coverage/', 'src/generated/', 'node_modules/'],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.strict],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `${number}` in a message is exactly what is meant.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { jest },
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
      'jest/valid-expect': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
    },
  },
  {
    files: ['schema/**/*.graphql'],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/**/*.graphql' } },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
          rootField: true,
        },
      ],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/unique-type-names': 'off',
      '@graphql-eslint/relay-connection-types': 'off',
      '@graphql-eslint/relay-page-info': 'error',
    },
  },
);
