export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Not a measure of speed: what hangs must end, also on a machine that is busy. No test has a time of its own.
  testTimeout: 300_000,
  // Modules of a suite that has ended stay in memory. A worker that holds so much gives way to a new one; without a
  // limit, and on two cores, all suites would run in one process, until it has no memory left.
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
