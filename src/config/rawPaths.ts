import { problemOfPath } from '../gong/endpoints/rawRequests.js';
import type { ParseResult } from './values.js';

/** Paths that raw requests may be sent to beyond the API description. */
export function parseRawPaths(value: string | undefined): ParseResult<readonly string[]> {
  const paths = (value ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  const problems = paths.flatMap((path) => {
    // Parameters stand for a segment of any letters.
    const example = path.replace(/(?<=\/)\{\w+\}(?=\/|$)/g, 'x');
    const problem = /[{}]/.test(example)
      ? 'must have parameters as whole segments, such as /v2/things/{id}'
      : problemOfPath(example);
    return problem === null ? [] : [`GATEWAY_RAW_PATHS contains ${path}, which ${problem}.`];
  });
  return { value: paths, problems };
}
