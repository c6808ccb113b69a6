/** Where a server is to listen, and by which variables that is said. */
interface ListenAddress {
  readonly host: string;
  readonly port: number;
  readonly hostVariable: string;
  readonly portVariable: string;
}

/** Why, and what to do, by the code of the system's error. */
const REASONS: Readonly<Record<string, (address: ListenAddress) => string>> = {
  EADDRINUSE: ({ portVariable }) =>
    `Another program uses the port. Stop it, or set ${portVariable} to a free port (0 picks one).`,
  EACCES: ({ portVariable }) =>
    `This user may not use the port. Set ${portVariable} to a port above 1023.`,
  EADDRNOTAVAIL: ({ hostVariable }) =>
    `No network interface of this machine has the address. Set ${hostVariable} to one that it has, such as 127.0.0.1.`,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
};

function unknownName({ hostVariable }: ListenAddress): string {
  return `The name is not known to DNS here. Set ${hostVariable} to an address of this machine, such as 127.0.0.1.`;
}

/** Returns what to print when a server can't listen: what happened, why, and what to do, in one line. */
export function listenProblem(error: unknown, address: ListenAddress): string {
  const { host, port, hostVariable, portVariable } = address;
  const at = host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]:${port}` : `${host}:${port}`;
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const reason =
    REASONS[code]?.(address) ??
    `The system refused (${code}). Check ${hostVariable} and ${portVariable}.`;
  return `Cannot listen on ${at}. ${reason}`;
}
