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
  ['src/bin'],
  ['src/http', 'src/storage'],
  ['src/tenants'],
  ['src/config'],
  ['src/graphql'],
  ['src/operation'],
  ['src/company'],
  ['src/access', 'src/telemetry'],
  ['src/replica'],
  ['src/gong'],
  ['src/lib'],
];
const message = 'Imports point down the floors of a request: see docs/explanation/architecture.md.';
const zones = floors.flatMap((floor, index) => {
  const below = floors.slice(index + 1).flat();
  return floor.flatMap((from) => {
    // Folders of one floor don't know each other.
    const target = [...floor.filter((other) => other !== from), ...below];
    return target.length === 0 ? [] : [{ target, from, message }];
  });
});
zones.push(
  {
    target: ['src/tenants', 'src/http'],
    from: 'src/storage',
    message: 'Storage implements interfaces of the floors below; only src/bin opens it.',
  },
  {
    target: 'src/bin/serve',
    from: 'src/bin',
    except: ['./serve'],
    message: 'A gateway can be opened without a command: src/bin/serve knows none of them.',
  },
  {
    target: ['src/company/*', 'src/company/!(sync)/**', 'src/operation', 'src/graphql'],
    from: 'src/company/sync',
    message: 'The sync reads like an operation; src/tenants starts it, and nothing below knows it.',
  },
  // The sandbox imitates Gong. If it shared code with the Gong client, one could copy the other's mistakes.
  { target: 'sandbox', from: 'src' },
  {
    target: 'src/!(bin)/**',
    from: 'sandbox',
    message: 'Only src/bin may start the sandbox.',
  },
);

const MAX_FILE_LINES = 450;
const MAX_FUNCTION_LINES = 60;

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'src/**/generated/',
      'node_modules/',
      'test/graph/.work/',
      // Programs with packages of their own. Tests compile them.
      'examples/',
    ],
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
  // Test files only have a limit of lines: a `describe` is a function, too.
  {
    files: ['**/*.{js,ts,tsx}'],
    rules: { 'max-lines': ['error', MAX_FILE_LINES] },
  },
  {
    files: ['{src,sandbox,ui,scripts,bench}/**/*.{js,ts,tsx}'],
    rules: { 'max-lines-per-function': ['error', MAX_FUNCTION_LINES] },
  },
  {
    files: ['schema/**/*.graphql'],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/**/*.graphql' } },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      ...graphqlPlugin.configs['flat/schema-recommended'].rules,
      ...graphqlPlugin.configs['flat/schema-relay'].rules,
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
      '@graphql-eslint/naming-convention': [
        'error',
        {
          ...graphqlPlugin.configs['flat/schema-recommended'].rules[
            '@graphql-eslint/naming-convention'
          ][1],
          // Federation and stitching name theirs so.
          allowLeadingUnderscore: true,
        },
      ],
      // Those of one line stand in plain quotes.
      '@graphql-eslint/description-style': 'off',
      // Parts of a call, and what mutations tell, have no id of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
      // `Node.nodeId` and `Party.partyId` are not `id`: that is Gong's, and a party has none.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Gong pages forward only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // Reviews can't be found again by id.
          shouldImplementNode: false,
          // Most lists come whole with the object that they belong to, and connections have `nodes`.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
    },
  },
);
