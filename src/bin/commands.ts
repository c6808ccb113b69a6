import type { Command } from './commandLine/command.js';

/** A command and its line in the list of all. Only the command that runs is loaded. */
interface ListedCommand {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** The subcommands of `gong-graphql`, by name. Each is in the file of its name. */
export const commands: Readonly<Record<string, ListedCommand>> = {
  serve: {
    summary: 'Serves the graph.',
    load: async () => (await import('./serve.js')).serve,
  },
  sandbox: {
    summary: 'Serves an imitation of Gong with invented data.',
    load: async () => (await import('./sandbox.js')).sandbox,
  },
  doctor: {
    summary: 'Checks whether a gateway with this environment would work.',
    load: async () => (await import('./doctor.js')).doctor,
  },
  scopes: {
    summary: 'Lists the scopes that the fields of the schema need.',
    load: async () => (await import('./scopes.js')).scopes,
  },
  sync: {
    summary: 'Shows how far the replica is.',
    load: async () => (await import('./sync.js')).sync,
  },
  export: {
    summary: 'Writes every item of a list to a file, or what has changed.',
    load: async () => (await import('./export.js')).exportList,
  },
  rotate: {
    summary: 'Seals stored connections and replicas with the first secret of GATEWAY_SECRET.',
    load: async () => (await import('./rotate.js')).rotate,
  },
  purge: {
    summary: "Deletes a company's data that gateways keep.",
    load: async () => (await import('./purge.js')).purge,
  },
};
