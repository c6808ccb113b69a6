export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Long simulations have a command of their own: `npm run test:long`.
  testPathIgnorePatterns: ['/node_modules/', '\\.long\\.test\\.ts$'],
  // Whatever listens does so at a port of its own, and whatever is kept lies in a folder of its own.
  maxWorkers: 2,
  // Not a measure of speed: what hangs must end, also on a machine that is busy. No test has a time of its own.
  testTimeout: 300_000,
  // Modules of a suite that has ended stay in memory. A new worker takes the place of one that holds so much.
  workerIdleMemoryLimit: '1GB',
  extensionsToTreatAsEsm: ['.ts'],
  // TypeScript sources import each other by their compiled names (`./x.js`).
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
