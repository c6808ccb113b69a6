import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function run(environment: Record<string, string>, ...flags: string[]) {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/bin/gongGraphql.ts', 'scopes', ...flags],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], ...environment },
      encoding: 'utf8',
    },
  );
}

describe('npm run scopes', () => {
  it('needs no credentials, and exits with 0 when no scope is missing', () => {
    const { status, stdout } = run({});

    expect(status).toBe(0);
    expect(stdout).toContain('api:calls:read:media-url\n  POST /v2/calls/extensive');
    expect(stdout).toContain('GONG_OAUTH_SCOPES is not set');
  });

  it('exits with 1 when a scope is missing, and prints JSON on request', () => {
    const { status, stdout } = run(
      { GONG_OAUTH_SCOPES: 'api:crm-calls:manual-association:read' },
      '--json',
    );
    const report = JSON.parse(stdout) as Record<string, unknown>;

    expect(status).toBe(1);
    // The one that is always asked for needn't be spelt out.
    expect(report['configured']).toEqual([
      'api:crm-calls:manual-association:read',
      'api:users:read',
    ]);
    expect(report['missing']).toContain('api:calls:read:basic');
    expect(report['superfluous']).toEqual([
      {
        scope: 'api:crm-calls:manual-association:read',
        operations: ['listCrmCallsManualAssociation'],
      },
    ]);
  });

  it('refuses invalid scopes', () => {
    const { status, stderr } = run({ GONG_OAUTH_SCOPES: 'api:users:read <x>' });

    expect([status, stderr]).toEqual([
      1,
      'GONG_OAUTH_SCOPES contains "<x>", which is not a scope.\n',
    ]);
  });
});
