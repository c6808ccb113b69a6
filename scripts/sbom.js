/** Writes the software bill of materials: `npm run sbom`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './lib/arguments.js';
import { readBill } from './lib/bill.js';
import { root } from './lib/paths.js';

readArguments(`Usage: npm run sbom

Writes sbom.json, the software bill of materials in the format CycloneDX: all packages that users get,
with versions, licenses, and checksums. It takes no options.`);

const bill = readBill();
writeFileSync(join(root, 'sbom.json'), `${JSON.stringify(bill, null, 2)}\n`);
console.log(`wrote sbom.json: ${bill.components.length} packages`);
