import { describe, expect, it } from '@jest/globals';
import { parseConfig, sendsTokensInClear } from '../../src/config/config.js';
import { problemsOf } from './support.js';

const TOKEN = 't0ken-of-the-batch';
/** `printf t0ken-of-the-batch | sha256sum` */
const SHA256 = '68b3d1a836b93b7b8069d07a5a5ba9227d89335bd948ef4e8bce3266064c95d8';

describe('a token that is given as its SHA-256', () => {
  it('is known by its digest', () => {
    expect(
      parseConfig({ GATEWAY_TOKENS: `batch@acme: sha256=${SHA256} ,web:plain` }).tokens,
    ).toEqual([
      { client: 'batch', tenant: 'acme', sha256: SHA256 },
      { client: 'web', tenant: 'default', token: 'plain' },
    ]);
  });

  it('must be 64 hexadecimal digits, which are not repeated', () => {
    const problems = problemsOf({ GATEWAY_TOKENS: `batch:sha256=${SHA256}0,web:sha256=${TOKEN}` });

    expect(problems).toEqual([
      'GATEWAY_TOKENS: entry 1 has no SHA-256 after "sha256=". Write 64 hexadecimal digits.',
      'GATEWAY_TOKENS: entry 2 has no SHA-256 after "sha256=". Write 64 hexadecimal digits.',
    ]);
  });

  it('must not be that of another token', () => {
    const environment = {
      GATEWAY_TOKENS: `a:${TOKEN},b:sha256=${SHA256.toUpperCase()}`,
      GATEWAY_ADMIN_TOKEN: TOKEN,
      GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    };

    expect(problemsOf(environment)).toEqual([
      'GATEWAY_TOKENS: entry 2 has the same token as entry 1. Give each client its own token.',
      'GATEWAY_ADMIN_TOKEN must differ from every token in GATEWAY_TOKENS.',
    ]);
  });
});

it.each([
  ['tokens beyond this machine', { HOST: '0.0.0.0', GATEWAY_TOKENS: 'web:t' }, true],
  ['this machine', { GATEWAY_TOKENS: 'web:t' }, false],
  ['no token', { HOST: '0.0.0.0', GATEWAY_OPEN: 'true' }, false],
  ['a proxy', { HOST: '::', GATEWAY_TOKENS: 'web:t', GATEWAY_BEHIND_TLS: 'on' }, false],
  [
    'a public https URL',
    { HOST: '::', GATEWAY_TOKENS: 'web:t', GATEWAY_PUBLIC_URL: 'https://gong.example.com' },
    false,
  ],
  [
    'a public https URL whose proxy adds no TLS',
    {
      HOST: '::',
      GATEWAY_TOKENS: 'web:t',
      GATEWAY_PUBLIC_URL: 'https://gong.example.com',
      GATEWAY_BEHIND_TLS: 'off',
    },
    true,
  ],
  [
    'a public http URL',
    { HOST: '::', GATEWAY_TOKENS: 'web:t', GATEWAY_PUBLIC_URL: 'http://gong.example.com' },
    true,
  ],
])('sends tokens in clear, or not: %s', (_, environment, isInClear) => {
  const gong = { GONG_ACCESS_KEY: 'key', GONG_ACCESS_KEY_SECRET: 'secret' };

  expect(sendsTokensInClear(parseConfig({ ...gong, ...environment }))).toBe(isInClear);
});
