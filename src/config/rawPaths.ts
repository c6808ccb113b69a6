import { problemOfPath } from '../gong/endpoints/rawRequests.js';
import type { ParseResult } from './values.js';

/** Parses the paths that raw requests may use beyond the API description. */
export function parseRawPaths(value: string | undefined): ParseResult<readonly string[]> {
  const paths = (value ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  const problems = paths.flatMap((path) => {
    // A parameter stands for a segment of any characters.
    const example = path.replace(/(?<=\/)\{\w+\}(?=\/|$)/g, 'x');
    const problem = /[{}]/.test(example)
      ? 'must have parameters as whole segments, such as /v2/things/{id}'
      : problemOfPath(example);
    return problem === null ? [] : [`GATEWAY_RAW_PATHS contains ${path}, which ${problem}.`];
  });
  return { value: paths, problems };
}
