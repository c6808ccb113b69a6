/** The address of a server, and the variables that set it. */
interface ListenAddress {
  readonly host: string;
  readonly port: number;
  readonly hostVariable: string;
  readonly portVariable: string;
}

/** Reason and fix by the system's error code. */
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

/** Returns one line to print when a server cannot listen: what happened, why, and the fix. */
export function listenProblem(error: unknown, address: ListenAddress): string {
  const { host, port, hostVariable, portVariable } = address;
  const at = host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]:${port}` : `${host}:${port}`;
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const reason =
    REASONS[code]?.(address) ??
    `The system refused (${code}). Check ${hostVariable} and ${portVariable}.`;
  return `Cannot listen on ${at}. ${reason}`;
}
