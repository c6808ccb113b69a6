import { describe, expect, it } from '@jest/globals';
import {
  ConfigError,
  knownVariables,
  parseConfig,
  secretVariables,
} from '../../src/config/config.js';

const files: Readonly<Record<string, string>> = {
  '/run/secrets/gateway': 'a-secret-of-at-least-32-characters\n',
  '/run/secrets/tokens': 'web:first-token,\nbatch:second-token\r\n',
  '/run/secrets/key': 'the-key',
  '/run/secrets/key-secret': ' the-secret\n',
  '/run/secrets/empty': '\n',
};

/** As the file system fails. */
function readFile(path: string): string {
  const text = files[path];
  if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
  return text;
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment, readFile);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('a secret from a file', () => {
  it('counts as if it were in its variable', () => {
    const config = parseConfig(
      {
        GONG_ACCESS_KEY_FILE: '/run/secrets/key',
        GONG_ACCESS_KEY_SECRET_FILE: ' /run/secrets/key-secret ',
        GATEWAY_SECRET_FILE: '/run/secrets/gateway',
        GATEWAY_TOKENS_FILE: '/run/secrets/tokens',
        HOST: '0.0.0.0',
      },
      readFile,
    );

    expect(config.gong).toMatchObject({ accessKey: 'the-key', accessKeySecret: 'the-secret' });
    expect(config.secret).toBe('a-secret-of-at-least-32-characters');
    expect(config.tokens.map(({ client }) => client)).toEqual(['web', 'batch']);
    expect(config.isLocalOnly).toBe(false);
  });

  it('exists for every secret, and for nothing else', () => {
    expect(secretVariables.length).toBeGreaterThan(5);
    expect(knownVariables.filter((name) => name.endsWith('_FILE')).sort()).toEqual(
      [
        ...secretVariables.map((name) => `${name}_FILE`),
        'GATEWAY_PERSISTED_DOCUMENTS_FILE',
        'GATEWAY_TENANTS_FILE',
      ].sort(),
    );
    expect(problemsOf({ GATEWAY_POLICY_FILE: '/run/secrets/key' })[0]).toContain(
      'GATEWAY_POLICY_FILE is not a known variable.',
    );
  });

  it('is checked by the rules of its variable, without showing the content', () => {
    expect(problemsOf({ GATEWAY_SECRET_FILE: '/run/secrets/key' })).toEqual([
      'GATEWAY_SECRET must have at least 32 characters.',
    ]);
  });

  it('must not be given twice, missing, or empty', () => {
    expect(
      problemsOf({
        GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
        GATEWAY_SECRET_FILE: '/run/secrets/gateway',
        GATEWAY_TOKENS_FILE: '/run/secrets/missing',
        REDIS_URL_FILE: '/run/secrets/empty',
        HOST: '0.0.0.0',
        PORT: 'x',
      }),
    ).toEqual([
      'REDIS_URL_FILE names /run/secrets/empty, which is empty. Write the secret into the file.',
      'GATEWAY_TOKENS_FILE names /run/secrets/missing, which cannot be read (ENOENT). Set it to the path of a file that the gateway may read.',
      'GATEWAY_SECRET and GATEWAY_SECRET_FILE are both set. Unset one of them.',
      'PORT must be a port from 0 to 65535.',
    ]);
  });
});
