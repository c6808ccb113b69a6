import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const works = fileURLToPath(new URL('../.work/', import.meta.url));

/** A folder for what a test makes: within this package, so that its packages are found from there. */
export async function createWorkFolder(copied?: string) {
  await mkdir(works, { recursive: true });
  const path = await mkdtemp(join(works, 'test-'));
  if (copied !== undefined) await cp(copied, path, { recursive: true });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
