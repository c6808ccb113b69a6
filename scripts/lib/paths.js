import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: scripts work from any current directory. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const dist = resolve(root, 'dist');
