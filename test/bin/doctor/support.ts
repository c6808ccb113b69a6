import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Environment } from '../../../src/config/values.js';
import { keyAccess } from '../../../src/bin/doctor/access.js';
import { diagnose } from '../../../src/bin/doctor/diagnose.js';
import { diagnosisText } from '../../../src/bin/doctor/diagnosisText.js';
import type { Diagnosis, Finding } from '../../../src/bin/doctor/finding.js';
import { systemClock, type Clock } from '../../../src/lib/clock.js';
import type { Fetch } from '../../../src/gong/exchange.js';
import {
  createFetch,
  createSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const credential = {
  accessKey: 'DOCTORTESTKEY',
  accessKeySecret: 'doctor-test-key-secret',
};

/** A key for Gong as it should be; the state goes where nothing stays. */
export const withKey = (): Environment => ({
  GONG_ACCESS_KEY: credential.accessKey,
  GONG_ACCESS_KEY_SECRET: credential.accessKeySecret,
  GATEWAY_SECRET: 'a secret for tests, long enough to be one',
  GATEWAY_STATE_DIR: stateDir(),
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of the test's own, gone after it. */
export function stateDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  folders.push(folder);
  return folder;
}

export interface Visit {
  readonly sandbox: Sandbox;
  readonly diagnosis: Diagnosis;
  readonly text: string;
  /** Findings about one thing. */
  readonly about: (what: string) => readonly Finding[];
  /** Hosts that were asked. */
  readonly hosts: readonly string[];
}

export interface VisitOptions {
  readonly sandbox?: Sandbox | SandboxOptions;
  readonly clock?: FakeClock | ShiftedClock;
  /** Another wire than the sandbox's. */
  readonly fetch?: Fetch;
  /** Whose company is asked for. */
  readonly tenant?: string;
  readonly triesAllScopes?: boolean;
}

/** Has the doctor look at an environment, with the sandbox for whatever it asks. */
export async function visit(
  environment: Environment,
  {
    sandbox: given = {},
    clock = new FakeClock(NOW),
    fetch,
    tenant,
    triesAllScopes = false,
  }: VisitOptions = {},
): Promise<Visit> {
  const sandbox = 'handle' in given ? given : sandboxOf(clock, given);
  const wire = fetch ?? createFetch(sandbox);
  const hosts: string[] = [];
  const visiting = diagnose(
    environment,
    { tenant, triesAllScopes },
    {
      fetch: (url, init) => {
        hosts.push(new URL(url).host);
        return wire(url, init);
      },
      clock,
      random: () => 0.5,
      startSandbox: () =>
        Promise.resolve({
          access: keyAccess({ ...credential, baseUrl: 'http://sandbox.test' }, 'sandbox'),
          close: () => Promise.resolve(),
        }),
    },
  );
  const diagnosis = await (clock instanceof FakeClock ? clock.runUntil(visiting) : visiting);
  return {
    sandbox,
    diagnosis,
    text: diagnosisText(diagnosis),
    about: (what) => diagnosis.findings.filter(({ about }) => about === what),
    hosts,
  };
}

/** Real time, for what has to be waited for on a disk, from whatever day a test says. */
export class ShiftedClock implements Clock {
  private shiftMs = 0;

  now(): number {
    return systemClock.now() + this.shiftMs;
  }

  monotonic(): number {
    return systemClock.monotonic() + this.shiftMs;
  }

  after(delayMs: number, task: () => void): () => void {
    return systemClock.after(delayMs, task);
  }

  shift(ms: number): void {
    this.shiftMs += ms;
  }
}

/** A small company with Gong's own limits. */
export function sandboxOf(clock: Clock, options: SandboxOptions = {}): Sandbox {
  return createSandbox({ clock, calls: 20, users: 5, credentials: [credential], ...options });
}

export const READ_SCOPES = [
  'api:users:read',
  'api:workspaces:read',
  'api:calls:read:extensive',
  'api:calls:read:media-url',
  'api:calls:read:transcript',
  'api:settings:scorecards:read',
];
