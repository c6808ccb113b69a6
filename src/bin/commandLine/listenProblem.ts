/** Where a server is to listen, and by which variables that is said. */
interface Place {
  readonly host: string;
  readonly port: number;
  readonly hostVariable: string;
  readonly portVariable: string;
}

/** Why, and what to do, by the code of the system's error. */
const REASONS: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ portVariable }) =>
    `Another program uses the port. Stop it, or set ${portVariable} to a free port (0 picks one).`,
  EACCES: ({ portVariable }) =>
    `This user may not use the port. Set ${portVariable} to a port above 1023.`,
  EADDRNOTAVAIL: ({ hostVariable }) =>
    `No network interface of this machine has the address. Set ${hostVariable} to one that it has, such as 127.0.0.1.`,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
};

function unknownName({ hostVariable }: Place): string {
  return `The name is not known to DNS here. Set ${hostVariable} to an address of this machine, such as 127.0.0.1.`;
}

/** Returns what to print when a server can't listen: what happened, why, and what to do, in one line. */
export function listenProblem(error: unknown, place: Place): string {
  const { host, port, hostVariable, portVariable } = place;
  const at = host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]:${port}` : `${host}:${port}`;
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const reason =
    REASONS[code]?.(place) ??
    `The system refused (${code}). Check ${hostVariable} and ${portVariable}.`;
  return `Cannot listen on ${at}. ${reason}`;
}
