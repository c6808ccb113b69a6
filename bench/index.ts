/** What the gateway costs and saves, in one run: `npm run bench`. Parts can be named: `npm run bench rate`. */
import { measureBudgets } from './budgets.js';
import { measureOverhead } from './overhead.js';
import { measureRate } from './rate.js';
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
  replicas: measureReplicas,
  uploads: measureUploads,
};

const named = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n## ${name}\n\n${await measure()}`);
}
