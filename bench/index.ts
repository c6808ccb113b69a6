/** What the gateway costs and saves, in one run: `npm run bench`. Parts can be named: `npm run bench rate`. */
import { readArguments } from '../src/bin/commandLine/arguments.js';
import { measureBudgets } from './budgets.js';
import { measureLoad } from './load.js';
import { measureOverhead } from './overhead.js';
import { measureRate } from './rate.js';
import { measureReplica } from './replica.js';
import { measureReplicas } from './replicas.js';
import { measureSavings } from './savings.js';
import { measureScaling } from './scaling.js';
import { measureUploads } from './uploads.js';

const parts: Readonly<Record<string, () => Promise<string>>> = {
  budgets: measureBudgets,
  overhead: measureOverhead,
  savings: measureSavings,
  scaling: measureScaling,
  rate: measureRate,
  replica: () =>
    measureReplica({
      calls: Number(values['calls']),
      isPostgres: values['postgres'] === true,
    }),
  replicas: measureReplicas,
  load: () => measureLoad(Number(values['minutes'])),
  uploads: measureUploads,
};

const names = Object.keys(parts);
const usage = `Usage: npm run bench [-- PART… --calls N --postgres --minutes N]

Measures what the gateway costs and saves. Parts: ${names.join(', ')}. If omitted, all.
--calls N   Calls of the part "replica". If omitted, 5000.
--postgres  Keeps the replica of the part "replica" in PostgreSQL. If omitted, in a file.
--minutes N Length of the part "load". If omitted, 3.`;
const { positionals: named, values } = readArguments(usage, {
  options: {
    calls: { type: 'string', default: '5000' },
    postgres: { type: 'boolean' },
    minutes: { type: 'string', default: '3' },
  },
  mostPositionals: names.length,
});
const unknown = named.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}.\n\n${usage}`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n## ${name}\n\n${await measure()}`);
}
