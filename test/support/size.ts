import { expect } from '@jest/globals';

/** Whether this runs in `npm run test:long`: from a file `*.long.test.ts`. */
const isLong = expect.getState().testPath?.endsWith('.long.test.ts') ?? false;

/** How large a simulation is: small in `npm test`, large in `npm run test:long`. */
export function sized(small: number, large: number): number {
  return isLong ? large : small;
}

/** The seeds of a simulation, from 1: few in `npm test`, many in `npm run test:long`. */
export function seeds(few: number, many: number): number[] {
  return Array.from({ length: sized(few, many) }, (_, index) => index + 1);
}
