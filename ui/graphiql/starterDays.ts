const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Returns the variables of a starter with the days in them: `<30 days ago>` becomes a date such as `2026-01-15`, in UTC.
 *
 * @param nowMs milliseconds since the epoch.
 */
export function withDays(variables: string, nowMs: number): string {
  return variables.replace(/<(\d+) days? ago>/g, (_, days: string) =>
    new Date(nowMs - Number(days) * DAY_MS).toISOString().slice(0, 10),
  );
}
