import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config, GongAccess } from '../../config/config.js';
import { SECOND_MS } from '../../lib/clock.js';
import { createSandbox, DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';

/** The sandbox that a gateway serves instead of Gong, on this machine only. */
export interface EmbeddedSandbox {
  readonly access: GongAccess;
  /** Where the gateway keeps its copy. The sandbox starts over with each process, and so does its copy. */
  readonly copies: { readonly stateDir: string; readonly secret: string };
  close(): Promise<void>;
  /** Deletes the copy. The gateway must no longer use it. */
  deleteCopies(): Promise<void>;
}

export async function startSandbox({
  sandboxProcessingSeconds,
}: Pick<Config, 'sandboxProcessingSeconds'>): Promise<EmbeddedSandbox> {
  const processingMs = sandboxProcessingSeconds * SECOND_MS;
  const uploads = { processingMs, analysisMs: processingMs };
  const { url, close } = await createSandbox({ uploads, life: {} }).listen();
  const stateDir = await mkdtemp(join(tmpdir(), 'gong-sandbox-'));
  return {
    access: { baseUrl: url, ...DEFAULT_CREDENTIAL },
    copies: { stateDir, secret: randomUUID() },
    close,
    deleteCopies: () => rm(stateDir, { recursive: true, force: true }),
  };
}
