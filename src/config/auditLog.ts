import { join } from 'node:path';
import { text } from './values.js';

/** Where the audit log goes; null: there is none. */
export type AuditLogConfig = 'stdout' | { readonly path: string } | null;

const FILE = 'file';
/** Name of the file below the state folder. */
const FILE_NAME = 'audit.log';

export const auditLogVariables = {
  GATEWAY_AUDIT_LOG: text
    .regex(/^(off|stdout|file(:.+)?)$/, 'must be off, stdout, file, or file: with a path')
    .default('off'),
};

/** @param stateDir folder of the file when no path is given. */
export function auditLogOf(value: string, stateDir: string): AuditLogConfig {
  if (value === 'off') return null;
  if (value === 'stdout') return value;
  return { path: value === FILE ? join(stateDir, FILE_NAME) : value.slice(`${FILE}:`.length) };
}
