import type { Command } from './commandLine/command.js';
import { misspelledVariables } from '../config/config.js';
import { parseScopes } from '../config/gongAccess.js';
import { parsePolicyConfig } from '../config/policy.js';
import { createSchema } from '../graphql/schema.js';
import { scopeReport } from '../graphql/scopes/report.js';
import { reportText } from '../graphql/scopes/reportText.js';
import { enabledFields } from '../graphql/scopes/enabled.js';
import { scopeUses } from '../graphql/scopes/uses.js';

/** Reports the scopes that the fields need, and how the configured ones differ. */
export const scopes: Command = {
  forms: ['[--json]'],
  help: `Lists the scopes that the fields of the schema need, and how GONG_OAUTH_SCOPES differs.

  --json      Prints the list as JSON.
  -h, --help  Prints this text.`,
  options: { json: { type: 'boolean' } },
  run: ({ values }) => {
    printScopes(values['json'] === true);
    return Promise.resolve();
  },
};

function printScopes(isJson: boolean): void {
  // This program needs no other variables.
  const { value: configured, problems } = parseScopes(process.env['GONG_OAUTH_SCOPES']);
  const { value: policy } = parsePolicyConfig(process.env);
  const allProblems = [...misspelledVariables(process.env), ...problems];
  if (allProblems.length > 0) {
    console.error(allProblems.join('\n'));
    process.exitCode = 1;
    return;
  }
  const uses = scopeUses(createSchema(), enabledFields([policy]));
  const report = scopeReport(uses, configured ?? null);
  console.log(isJson ? JSON.stringify(report, null, 2) : reportText(report));
  if (report.missing.length > 0) process.exitCode = 1;
}
