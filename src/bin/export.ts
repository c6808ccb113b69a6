import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { counted } from '../lib/counted.js';
import { systemClock } from '../lib/clock.js';
import { packageRoot } from '../lib/packageRoot.js';
import { attachGateway } from './client/attach.js';
import { GatewayError, GraphQLClient } from './client/graphqlClient.js';
import { ProgressBar } from './client/progressBar.js';
import type { Arguments } from './commandLine/arguments.js';
import type { Command } from './commandLine/command.js';
import { changesQuery } from './export/changesQuery.js';
import { pagedListOf, QueryError, type PagedList } from './export/connection.js';
import { columnsOf } from './export/csv.js';
import { ExportOutput, fingerprintOf } from './export/output.js';
import { ExportError, printPrice, runExport } from './export/run.js';

/** Writes a list of the graph, or the changes since the last time, to a file. */
export const exportList: Command = {
  forms: [
    '--query FILE [--format ndjson|csv] [--out FILE] [--variables JSON]',
    '--changes [--query FILE] --cursor FILE [--out FILE]',
  ],
  help: `Writes every item of a list, a line each. It asks the gateway at GATEWAY_URL, or the one that runs on this machine,
with the token in GATEWAY_CLIENT_TOKEN; where none runs, it starts one for as long as it needs it.
An interrupted export goes on when the same command is run again.

  --query FILE      A query with one list whose after is a variable.
  --variables JSON  Its other variables.
  --format FORMAT   ndjson (the default) or csv. In CSV, lists are JSON in one column. Values are as in the graph, so
                    import every column into a spreadsheet as text: it rounds long IDs, and runs titles that begin
                    with =, +, -, or @ as formulas.
  --out FILE        Where to write. If omitted, standard output, from which no export goes on.
  --changes         Writes what has changed since the last run: calls, unless --query says otherwise.
  --cursor FILE     Where the place in the changes is kept from run to run. New changes are appended to --out.
  -h, --help        Prints this text.`,
  options: {
    query: { type: 'string' },
    variables: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    changes: { type: 'boolean' },
    cursor: { type: 'string' },
  },
  run: async ({ values }) => {
    const bar = new ProgressBar(process.stderr);
    try {
      await writeList(values, bar);
    } catch (error) {
      if (!isExpected(error)) throw error;
      bar.line(`The export stopped: ${error.message}`);
      process.exitCode = 1;
    }
  },
};

async function writeList(values: Arguments['values'], bar: ProgressBar): Promise<void> {
  const asked = await readOptions(values);
  const gateway = await attachGateway({ environment: process.env, fetch });
  try {
    const client = new GraphQLClient({
      ...gateway,
      fetch,
      clock: systemClock,
      onWait: (reason, forMs) => {
        bar.line(`Waiting ${Math.ceil(forMs / 1000)} s: ${reason}`);
      },
    });
    const output = await ExportOutput.open(asked.output);
    if (output.cursor !== null && output.rows > 0) {
      bar.line(`Going on after ${counted(output.rows, 'row')}.`);
    }
    const options = { ...asked, client, output, bar };
    await printPrice(options);
    const { rows, failures } = await runExport(options);
    bar.line(`Exported ${counted(rows, 'row')}.`);
    if (failures.size > 0) {
      const codes = [...failures].map(([code, count]) => `${code} (${count})`).join(', ');
      bar.line(`Parts of them are null because of errors: ${codes}.`);
      process.exitCode = 1;
    }
  } finally {
    await gateway.close();
  }
}

async function readOptions(values: Arguments['values']) {
  const text = (name: string): string | undefined => values[name] as string | undefined;
  const isChanges = values['changes'] === true;
  const format = text('format') ?? 'ndjson';
  if (format !== 'ndjson' && format !== 'csv') {
    throw new QueryError(`--format must be ndjson or csv, not ${format}.`);
  }
  const cursorFile = text('cursor');
  if (isChanges && cursorFile === undefined) {
    throw new QueryError('--changes needs --cursor FILE, where the place in the changes is kept.');
  }
  if (!isChanges && cursorFile !== undefined) {
    throw new QueryError(
      '--cursor belongs to --changes. Another export goes on by its --out file.',
    );
  }
  const queryFile = text('query');
  if (queryFile === undefined && !isChanges) {
    throw new QueryError('--query FILE is missing: a file with the query to export.');
  }
  const query = queryFile === undefined ? changesQuery : await readFile(queryFile, 'utf8');
  const list = pagedListOf(query);
  const variables = parsedVariables(text('variables'));
  return {
    query,
    variables,
    list,
    columns: format === 'csv' ? await readColumns(list) : null,
    output: {
      file: text('out'),
      cursorFile,
      fingerprint: fingerprintOf(query, variables, format),
      write: (chunk: string) =>
        new Promise<void>((resolve, reject) => {
          process.stdout.write(chunk, (error) => {
            if (error) reject(error);
            else resolve();
          });
        }),
    },
  };
}

async function readColumns(list: PagedList) {
  const schema = buildSchema(await readFile(new URL('schema.graphql', packageRoot), 'utf8'));
  const columns = columnsOf(list, schema);
  if (columns.length === 0) {
    throw new QueryError(`The query selects nothing of the items of ${list.path.join('.')}.`);
  }
  return columns;
}

function parsedVariables(json: string | undefined): Readonly<Record<string, unknown>> {
  if (json === undefined) return {};
  let variables: unknown;
  try {
    variables = JSON.parse(json);
  } catch {
    throw new QueryError(
      '--variables must be a JSON object, such as {"from":"2026-01-01T00:00:00Z"}.',
    );
  }
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) {
    throw new QueryError(
      '--variables must be a JSON object, such as {"from":"2026-01-01T00:00:00Z"}.',
    );
  }
  return variables as Readonly<Record<string, unknown>>;
}

/** Whether the message says all that its reader needs. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof QueryError ||
    error instanceof ExportError ||
    error instanceof GatewayError ||
    (error instanceof Error && error.constructor === Error) ||
    (error as NodeJS.ErrnoException).code !== undefined
  );
}
