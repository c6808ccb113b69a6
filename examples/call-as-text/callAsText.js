/**
 * Prints everything that Gong knows about a call as text, for a prompt.
 * Usage: node callAsText.js [ID of a call]. Without an ID, it prints the newest call of the last 30 days.
 */
import { readFile } from 'node:fs/promises';
import { toText } from './text.js';

const url = process.env['EXAMPLE_GATEWAY_URL'] ?? 'http://127.0.0.1:4000/graphql';
const token = process.env['EXAMPLE_GATEWAY_TOKEN'];
const DAYS = 30;

const [id] = process.argv.slice(2);
const from = new Date(Date.now() - DAYS * 24 * 3600 * 1000).toISOString();

const response = await fetch(url, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify({
    query: await readFile(new URL('call.graphql', import.meta.url), 'utf8'),
    variables: { filter: id === undefined ? { from } : { callIds: [id] } },
  }),
});
const { data, errors = [] } = await response.json();

// Standard output is the prompt. What failed goes elsewhere, so that a model does not take it for a part of the call.
for (const { message, extensions } of errors) console.error(`${message} (${extensions.code})`);
const call = data?.calls?.nodes[0];
if (call) console.log(toText(call));
else {
  if (errors.length === 0) console.error(`There is no such call: ${id ?? `none in ${DAYS} days`}.`);
  process.exitCode = 1;
}
