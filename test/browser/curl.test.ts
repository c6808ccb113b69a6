import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { curlCommand, type CurlRequest } from '../../ui/graphiql/curl.js';

const request: CurlRequest = {
  url: 'http://127.0.0.1:4000/graphql',
  query: '{ quota { perDay } }',
  variables: undefined,
  operationName: undefined,
  headers: {},
  hasToken: false,
};

/** Returns the arguments that a shell gives to curl. */
function argumentsOf(command: string): string[] {
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`],
    { encoding: 'utf8', env: { TOKEN: 'the-token', X_API_KEY: 'the-key' } },
  );
  expect(stderr).toBe('');
  return stdout.split('\0').slice(0, -1);
}

function bodyOf(command: string): unknown {
  return JSON.parse(argumentsOf(command).at(-1) ?? '');
}

describe('the curl command of GraphiQL', () => {
  it('sends the operation as JSON to the endpoint', () => {
    expect(argumentsOf(curlCommand(request))).toEqual([
      'http://127.0.0.1:4000/graphql',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      '{"query":"{ quota { perDay } }"}',
    ]);
  });

  it.each([
    "it's",
    "''",
    '"$HOME" `id` $(id) \\ !! \\n',
    'line 1\nline 2\t#',
    'Sørén “quoted” – 💬',
  ])('keeps %j through the shell', (text) => {
    const command = curlCommand({
      ...request,
      query: `{ call(id: "${text}") { id } }`,
      variables: { text },
      operationName: text,
      headers: { 'X-Note': text },
    });

    expect(bodyOf(command)).toEqual({
      query: `{ call(id: "${text}") { id } }`,
      variables: { text },
      operationName: text,
    });
    expect(argumentsOf(command)).toContain(`X-Note: ${text}`);
  });

  it('reads the token from $TOKEN', () => {
    const command = curlCommand({ ...request, hasToken: true });

    expect(argumentsOf(command)).toContain('Authorization: Bearer the-token');
    expect(command).toContain('"Authorization: Bearer $TOKEN"');
  });

  it('contains no credential of the headers pane', () => {
    const command = curlCommand({
      ...request,
      hasToken: true,
      headers: { authorization: 'Bearer s3cret', 'x-api-key': 's3cret', cookie: 's=s3cret' },
    });

    expect(command).not.toContain('s3cret');
    const words = argumentsOf(command);
    expect(words.filter((word) => /^authorization/i.test(word))).toEqual([
      'authorization: Bearer the-token',
    ]);
    expect(words).toContain('x-api-key: the-key');
  });

  it('cannot be made to run a command by the name of a header', () => {
    const command = curlCommand({ ...request, headers: { '$(id)`id`"-token\'': 'x' } });

    expect(argumentsOf(command)).toContain('$(id)`id`"-token\': ');
  });
});
