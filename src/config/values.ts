import { z } from 'zod';
import { isTimeZone } from '../lib/timeZone.js';

/** Node fires at once a timer that is set for longer, in milliseconds: some 24 days. */
export const MAX_TIMER_MS = 2_147_483_647;

/** What the environment holds, as far as it is set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What became of a variable that has a grammar of its own: what is right of it, and what isn't. */
export interface ParseResult<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

/** Text of an environment variable. */
export const text = z.string().trim();
/** A switch that the operator spells out. */
export const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');
export const onOrOff = z
  .enum(['on', 'off'], { error: 'must be on or off' })
  .transform((value) => value === 'on');
export const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `${least} to ${most}`;
  const problem = `must be a whole number ${range}`;
  return text
    .regex(/^\d+$/, problem)
    .transform(Number)
    .refine((value) => value >= least && value <= most, problem);
};
export const timeZone = text.refine(
  isTimeZone,
  'must be an IANA time zone, such as America/New_York',
);
