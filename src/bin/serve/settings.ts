import { ConfigError, parseConfig, type Config, type variables } from '../../config/config.js';
import type { SecretRule } from '../../config/values.js';

type Rules = typeof variables.shape;
type SecretName = {
  [name in keyof Rules]: Rules[name] extends SecretRule ? name : never;
}[keyof Rules];

/** Name of a variable of the gateway: see docs/reference/configuration.md. */
export type SettingName = keyof Rules | `${SecretName}_FILE`;

/** Values of variables, as text. What is not set has its default. */
export type Settings = { readonly [name in SettingName]?: string | undefined };

/**
 * Reads the settings of an embedded gateway. They have the names and rules of the variables, but the sandbox never
 * starts by itself.
 *
 * @param isAuthenticated whether the embedding server authenticates clients itself.
 * @throws ConfigError with all problems.
 */
export function readSettings(settings: Settings, isAuthenticated: boolean): Config {
  const problems = [
    ...Object.entries(settings as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
      value === undefined || typeof value === 'string'
        ? []
        : [`${name} must be a string, as in an environment; got a ${typeof value}.`],
    ),
    ...(isAuthenticated ? clientVariables(settings) : []),
  ];
  const texts = Object.entries(settings).filter(([, value]) => typeof value === 'string');
  const isSandboxSaid = (settings.GONG_SANDBOX ?? '') !== '';
  try {
    const config = parseConfig({
      ...Object.fromEntries(texts),
      ...(isSandboxSaid ? {} : { GONG_SANDBOX: 'off' }),
    });
    if (problems.length === 0) return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
  }
  throw new ConfigError(problems);
}

/** Two ways to authenticate would leave open which of them counts. */
function clientVariables(settings: Settings): readonly string[] {
  const names = [
    'GATEWAY_TOKENS',
    'GATEWAY_TOKENS_FILE',
    'GATEWAY_JWKS_URL',
    'GATEWAY_OPEN',
  ] as const;
  return names
    .filter((name) => (settings[name] ?? '') !== '')
    .map((name) => `${name} must not be set together with authenticate. Remove one of them.`);
}
