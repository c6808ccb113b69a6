/** Checks the licenses of all packages that users get: `npm run licenses`. */
import { readArguments } from './lib/arguments.js';
import { readBill } from './lib/bill.js';
import { licenseProblems } from './lib/licenses.js';

readArguments(`Usage: npm run licenses

Ends with 1 and the names of the packages when one that users get has a license that is not allowed:
those that the gateway depends on, and those that its pages hold. It takes no options.`);

const bill = readBill();
const problems = licenseProblems(bill);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${bill.components.length} packages have licenses that are allowed.`);
