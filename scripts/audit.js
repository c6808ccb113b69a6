/** Asks the registry for known vulnerabilities of the packages that users install: `node scripts/audit.js`. */
import { spawnSync } from 'node:child_process';
import { readArguments } from './lib/arguments.js';
import { judgeAudit } from './lib/auditReport.js';
import { root } from './lib/paths.js';

readArguments(`Usage: node scripts/audit.js

Ends with 1 when a package that users install has a known vulnerability of the severity high or
critical. Where no registry answers, it says so and ends with 0. It takes no options.`);

const ask = ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=30000'];
const { stdout, error } = spawnSync('npm', ask, { cwd: root, encoding: 'utf8' });
if (error !== undefined) throw error;
const { verdict, message } = judgeAudit(stdout);
console.log(message);
if (verdict === 'vulnerable' || verdict === 'failed') process.exitCode = 1;
