import { ConfigError, parseConfig } from '../../src/config/config.js';

export type Environment = Record<string, string | undefined>;

/** What is wrong with an environment, a line each; none where it is accepted. */
export function problemsOf(environment: Environment): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
