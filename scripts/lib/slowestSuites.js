import { relative, sep } from 'node:path';
import { root } from './paths.js';

const SHOWN = 10;

/** Returns a table of the suites that took longest, by Jest's results: where a run of the tests can become shorter. */
export function slowestSuites(testResults) {
  const suites = testResults
    .map(({ name, startTime, endTime }) => ({
      name: relative(root, name).split(sep).join('/'),
      seconds: Math.max(0, endTime - startTime) / 1000,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN);
  const lines = suites.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${name}`);
  return ['Seconds  Suite', ...lines].join('\n');
}
