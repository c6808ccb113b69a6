import { z } from 'zod';
import { isTimeZone } from '../lib/timeZone.js';

/** Node fires a longer timer at once; in milliseconds, about 24 days. */
export const MAX_TIMER_MS = 2_147_483_647;

/** The set variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The valid part of a parsed variable, and its problems. */
export interface ParseResult<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

/** The text of a variable. */
export const text = z.string().trim();
/** What marks the rule of a variable that belongs into a secret store. */
export interface SecretRule {
  readonly isSecret: true;
}
/** Marks the rule of a secret, which may also come from a file: see `secretFiles.ts`. */
export const secret = <Rule extends z.ZodType>(rule: Rule): Rule & SecretRule =>
  Object.assign(rule, { isSecret: true } as const);
/** A switch with the values `true` and `false`. */
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
export const port = text
  .regex(/^\d+$/, 'must be a port from 0 to 65535')
  .transform(Number)
  .pipe(z.number().max(65_535, 'must be a port from 0 to 65535'));
export const timeZone = text.refine(
  isTimeZone,
  'must be an IANA time zone, such as America/New_York',
);
