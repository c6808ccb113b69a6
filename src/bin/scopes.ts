/**
 * `npm run scopes`: reports the scopes that the fields need, and how the configured ones differ. `--json` prints
 * JSON.
 */
import { readArguments } from './commandLine/arguments.js';
import { misspelledVariables } from '../config/config.js';
import { parseScopes } from '../config/gongAccess.js';
import { parsePolicyConfig } from '../config/policy.js';
import { createSchema } from '../graphql/schema.js';
import { scopeReport } from '../graphql/scopes/report.js';
import { reportText } from '../graphql/scopes/reportText.js';
import { enabledFields } from '../graphql/scopes/enabled.js';
import { scopeUses } from '../graphql/scopes/uses.js';

const { values } = readArguments(
  `Usage: npm run scopes [-- --json]

Lists the scopes that the fields of the schema need, and how GONG_OAUTH_SCOPES differs.

  --json      Prints the list as JSON.
  -h, --help  Prints this text.`,
  { options: { json: { type: 'boolean' } } },
);
// This program needs no other variables.
const { value: configured, problems } = parseScopes(process.env['GONG_OAUTH_SCOPES']);
const { value: policy } = parsePolicyConfig(process.env);
const allProblems = [...misspelledVariables(process.env), ...problems];
if (allProblems.length > 0) {
  console.error(allProblems.join('\n'));
  process.exit(1);
}
const report = scopeReport(scopeUses(createSchema(), enabledFields([policy])), configured ?? null);
console.log(values['json'] === true ? JSON.stringify(report, null, 2) : reportText(report));
if (report.missing.length > 0) process.exitCode = 1;
