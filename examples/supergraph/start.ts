/** Runs the CRM and both kinds of supergraph. Ends with exit code 1 and one line when one of them cannot start. */
import { subgraphs } from './ask';
import { startCrm } from './crm';
import { startFederated } from './federated';
import { startStitched } from './stitched';

const base = Number(process.env['EXAMPLE_PORT'] ?? 4001);
/** Each server has a port of its own; with EXAMPLE_PORT=0, any free one. */
const portAt = (offset: number) => (base === 0 ? 0 : base + offset);

try {
  // Without one of yours, the CRM of this example.
  subgraphs.crm.url ||= await startCrm(portAt(2));
  console.log(`CRM: ${subgraphs.crm.url}`);
  console.log(`Apollo Federation: ${await startFederated(portAt(0))}`);
  console.log(`Schema stitching: ${await startStitched(portAt(1))}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
